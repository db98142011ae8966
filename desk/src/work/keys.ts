import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react'
import { heard, isOfCharacters, needsModifier } from './key-presses'

/** A key, or several after each other like `g i`, with what it does in words. */
export type Key = {
  keys: string
  does: string
  run: (event: KeyboardEvent) => void
  /** On every screen, not only on this one. */
  everywhere?: boolean
}

const STORED_AS = 'reklamator-desk-keys'
const BETWEEN_PRESSES = 1200
/** What means something else in a text that is being written. */
const OF_TEXTS = new Set(['$mod+z'])
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])

/** From the frame of the desk to what came last; the last one wins. */
const layers = new Set<RefObject<readonly Key[]>>()
const switched = new Set<() => void>()
let pressed: KeyboardEvent[] = []
let pause: ReturnType<typeof setTimeout> | undefined

/** Whether single keys do something: people who speak to their computer switch that off (WCAG 2.1.4). */
export function keysAreOn(): boolean {
  return localStorage.getItem(STORED_AS) !== 'off'
}

export function useKeysAreOn(): boolean {
  return useSyncExternalStore((listener) => {
    switched.add(listener)
    return () => switched.delete(listener)
  }, keysAreOn)
}

export function switchKeys(on: boolean): void {
  localStorage.setItem(STORED_AS, on ? 'on' : 'off')
  for (const listener of switched) listener()
}

/** The keys of what is on the screen now, for the list of keys; of two that are the same the one that is heard. */
export function keysShown(): readonly Key[] {
  const known = new Map<string, Key>()
  for (const layer of layers) for (const key of layer.current) known.set(key.keys, key)
  return [...known.values()]
}

/**
 * Lets keys do something while a component is on the screen. Keys without Ctrl or Alt are not heard while somebody writes
 * or a dialog is open, and Enter and Space not where they press what has the focus.
 */
export function useKeys(keys: readonly Key[]): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (layers.size === 0) window.addEventListener('keydown', onKeyDown)
    layers.add(latest)
    return () => {
      layers.delete(latest)
      if (layers.size === 0) window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || !event.key || MODIFIERS.has(event.key)) return
  const open = openKeys(event)
  const names = open.map(({ keys }) => keys)
  const found = heard(names, [...pressed, event]) ?? (pressed.length > 0 ? waiting(names, event) : null)
  const before = pressed
  forget()
  if (found === 'wait') {
    pressed = heard(names, [...before, event]) ? [...before, event] : [event]
    pause = setTimeout(forget, BETWEEN_PRESSES)
  } else if (found) {
    event.preventDefault()
    open.findLast(({ keys }) => keys === found.hit)?.run(event)
  }
}

/** After a sequence that leads nowhere another may begin; a key of its own does not fire, it was meant for the sequence. */
function waiting(names: readonly string[], event: KeyboardEvent): 'wait' | null {
  return heard(names, [event]) === 'wait' ? 'wait' : null
}

function forget(): void {
  clearTimeout(pause)
  pressed = []
}

/** The keys that may be heard where an event happened. */
function openKeys(event: KeyboardEvent): Key[] {
  const keys = [...layers].flatMap((layer) => layer.current)
  const isElsewhere = isWriting(event.target) || isInside(event.target) || isDialogOpen()
  const isPressing = (event.key === 'Enter' || event.key === ' ') && isPressed(event.target)
  const off = !keysAreOn()
  return keys.filter(({ keys: name }) => {
    if (needsModifier(name)) return !(OF_TEXTS.has(name) && isWriting(event.target))
    return !isElsewhere && !isPressing && !(off && isOfCharacters(name))
  })
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

/** In what has keys of its own, like a menu. */
function isInside(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=menu],[role=listbox],[role=dialog]') !== null
}

/** Enter and Space do there what the control does. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a,button,summary,input,[role=button]') !== null
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}
