import { useEffect, useRef } from 'react'
import { tinykeys } from 'tinykeys'

/** A key, or several after each other like `g i`, with what it does in words. */
export type Key = { keys: string; does: string; run: (event: KeyboardEvent) => void }

const shown = new Set<readonly Key[]>()
const STORED_AS = 'reklamator-desk-keys'

/** Whether single keys do something: people who speak to their computer switch that off (WCAG 2.1.4). */
export function keysAreOn(): boolean {
  return localStorage.getItem(STORED_AS) !== 'off'
}

export function switchKeys(on: boolean): void {
  localStorage.setItem(STORED_AS, on ? 'on' : 'off')
}

/** The keys of what is on the screen now, for the list of keys. */
export function keysShown(): readonly Key[] {
  return [...shown].flat()
}

/**
 * Lets keys do something while a component is on the screen. Keys of one character are not heard while somebody writes
 * or a dialog is open.
 */
export function useKeys(keys: readonly Key[]): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  const names = keys.map(({ keys: name }) => name).join('\n')
  useEffect(() => {
    const mine = latest.current
    shown.add(mine)
    const bindings = Object.fromEntries(
      names.split('\n').map((name) => [
        name,
        (event: KeyboardEvent) => {
          const isPlain = !name.includes('$mod') && !name.includes('Control')
          if (isPlain && (!keysAreOn() || isWriting(event.target) || isDialogOpen())) return
          const key = latest.current.find((one) => one.keys === name)
          if (!key) return
          event.preventDefault()
          key.run(event)
        },
      ]),
    )
    const off = tinykeys(window, bindings, { ignore: () => false })
    return () => {
      shown.delete(mine)
      off()
    }
  }, [names])
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.role === 'textbox') &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio|button|submit)$/.test(target.type))
  )
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}
