import { expect, test } from 'vitest'
import { plainStep } from '../issue-types/index.ts'
import { wantedSteps } from './wanted-steps.ts'

const TYPES = [
  {
    id: 'w',
    steps: [
      plainStep('received'),
      plainStep('asked', { turn: 'customer', category: 'waiting' }),
      plainStep('closed', { category: 'done' }),
    ],
  },
  {
    id: 'r',
    steps: [
      plainStep('received', { turn: 'partner', category: 'waiting' }),
      plainStep('asked', { turn: 'customer', category: 'waiting' }),
      plainStep('thrown-away', { category: 'done' }),
    ],
  },
]

test.each<[Parameters<typeof wantedSteps>[1], ReturnType<typeof wantedSteps>]>([
  [{}, undefined],
  [{ typeIds: ['w'], categories: ['done'] }, undefined],
  [{ steps: ['received'] }, [{ step: 'received', typeIds: null }]],
  [
    { steps: ['received', 'closed'] },
    [
      { step: 'received', typeIds: null },
      { step: 'closed', typeIds: null },
    ],
  ],
  [{ steps: ['received'], typeIds: ['r'] }, [{ step: 'received', typeIds: ['r'] }]],
  [{ steps: ['closed'], typeIds: ['r'] }, []],
  [{ steps: ['received', 'asked'], categories: ['open'] }, [{ step: 'received', typeIds: ['w'] }]],
  [{ turn: 'us' }, [{ step: 'received', typeIds: ['w'] }]],
  [{ turn: 'us', categories: ['done'] }, []],
  [{ turn: 'customer' }, [{ step: 'asked', typeIds: null }]],
  [{ turn: 'customer', typeIds: ['w'] }, [{ step: 'asked', typeIds: ['w'] }]],
  [{ turn: 'partner', steps: ['asked'] }, []],
])('%j are %j', (asked, steps) => {
  expect(wantedSteps(TYPES, asked)).toEqual(steps)
})
