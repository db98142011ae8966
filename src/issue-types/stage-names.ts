import type { PageLocale } from '../base/index.ts'
import type { Stage } from './step.ts'

/** What the five public stages are called, on the status page as in the API. */
export const STAGE_NAMES: Readonly<Record<PageLocale, Readonly<Record<Stage, string>>>> = {
  cs: {
    received: 'Přijato',
    review: 'Posuzujeme',
    solving: 'Řešíme',
    decision: 'Rozhodnutí',
    done: 'Vyřízeno',
  },
  de: {
    received: 'Eingegangen',
    review: 'In Prüfung',
    solving: 'In Arbeit',
    decision: 'Entscheidung',
    done: 'Erledigt',
  },
  en: {
    received: 'Received',
    review: 'In review',
    solving: 'Being solved',
    decision: 'Decision',
    done: 'Done',
  },
  pl: {
    received: 'Przyjęto',
    review: 'Sprawdzamy',
    solving: 'Realizujemy',
    decision: 'Decyzja',
    done: 'Zakończono',
  },
  sk: {
    received: 'Prijaté',
    review: 'Posudzujeme',
    solving: 'Riešime',
    decision: 'Rozhodnutie',
    done: 'Vybavené',
  },
}
