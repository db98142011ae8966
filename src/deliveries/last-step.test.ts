import { expect, test } from 'vitest'
import { HeldUp, openTurns } from './last-step.ts'

const later = () => performance.now() + 10_000

test('R73 one message at a time makes its last step, in the order of asking', async () => {
  const enter = openTurns()
  const said: string[] = []
  const [one, two, three] = [enter(), enter(), enter()]
  await one.take(later())
  const second = two.take(later()).then(() => said.push('two'))
  const third = three.take(later()).then(() => said.push('three'))
  await Promise.resolve()
  expect(said).toEqual([])
  one.release()
  await second
  expect(said).toEqual(['two'])
  one.release()
  two.release()
  await third
  expect(said).toEqual(['two', 'three'])
})

test('who waited too long is told so and keeps nobody waiting', async () => {
  const enter = openTurns()
  const [one, two, three] = [enter(), enter(), enter()]
  await one.take(later())
  await expect(two.take(performance.now() - 1)).rejects.toThrow(HeldUp)
  await expect(two.take(performance.now() + 20)).rejects.toThrow(HeldUp)
  const third = three.take(later())
  one.release()
  await third
  three.release()
  await expect(two.take(performance.now() - 1)).rejects.toThrow(HeldUp)
  await two.take(later())
})

test('a message that ends while it waits for its turn takes none, and keeps nobody waiting', async () => {
  const enter = openTurns()
  const [one, two, three] = [enter(), enter(), enter()]
  await one.take(later())
  const second = two.take(later())
  const third = three.take(later())
  two.release()
  await expect(second).rejects.toThrow(HeldUp)
  one.release()
  await third
})
