import { expect, test } from 'vitest'
import { keptAnswers } from './kept-answers.ts'

/** A keeper of numbers that grow, each of which takes so many milliseconds. */
function keeper(takes: number) {
  const clock = { now: 0 }
  const keep = keptAnswers<number>(() => clock.now)
  let made = 0
  const ask = (key = 'a') =>
    keep(key, async () => {
      clock.now += takes
      return ++made
    })
  return { clock, ask }
}

test('what is dear is kept a hundred times as long as it took, and a minute at most', async () => {
  const { clock, ask } = keeper(10)
  expect([await ask(), await ask()]).toEqual([1, 1])
  clock.now += 999
  expect(await ask()).toBe(1)
  clock.now += 1
  expect(await ask()).toBe(2)

  const dear = keeper(5_000)
  await dear.ask()
  dear.clock.now += 59_999
  expect(await dear.ask()).toBe(1)
  dear.clock.now += 1
  expect(await dear.ask()).toBe(2)
})

test('what took no time is not kept, and what is asked together is made once', async () => {
  const { ask } = keeper(0)
  expect(await Promise.all([ask(), ask(), ask('b')])).toEqual([1, 1, 2])
  expect(await ask()).toBe(3)
})

test('R79 a clock that was set back keeps nothing for longer', async () => {
  const { clock, ask } = keeper(1000)
  expect(await ask()).toBe(1)
  clock.now -= 3_600_000
  expect(await ask()).toBe(2)
})

test('a failure is not kept', async () => {
  const keep = keptAnswers<number>(() => 0)
  await expect(keep('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await keep('a', async () => 1)).toBe(1)
})
