/** What the pages of the example themes tell: a made-up owner and one issue in four states. In English only. */
import type { Company } from '../src/company/index.ts'
import { NO_COMPANY } from '../src/company/index.ts'
import type { PublicFile, PublicIssue, PublicMessage, PublicNext } from '../src/status-page/public-issue.ts'
import { NOW, sampleNext, sampleProgress } from '../src/status-page/pages/samples.ts'

export type Story = {
  company: Company
  typeName: string
  number: string
  issues: Readonly<Record<'shop' | 'customer' | 'done' | 'rejected', PublicIssue>>
}

type Words = { headline: string; explanation: string; next: string }
type Draft = Pick<Story, 'company' | 'typeName' | 'number'> & {
  values: readonly (readonly [label: string, text: string])[]
  messages: readonly (readonly [from: PublicMessage['from'], day: string, body: string])[]
  files: readonly (readonly [name: string, from: PublicFile['from'], day: string, size: number])[]
  shop: Words
  customer: Words
  done: Words
  rejected: Words
}

const at = (day: string) => Date.parse(`2026-11-${day}T10:24:00+01:00`)

function storyOf(draft: Draft): Story {
  const { company, typeName, number } = draft
  const rest: PublicIssue['parts'] = [
    {
      kind: 'values',
      items: draft.values.map(([label, text]) => ({ key: label, label, value: { type: 'text', text } })),
    },
    {
      kind: 'messages',
      label: null,
      messages: draft.messages.map(([from, day, body]) => ({ from, at: at(day), body })),
    },
    {
      kind: 'attachments',
      label: null,
      downloads: true,
      files: draft.files.map(([name, from, day, size]) => ({
        name,
        badge: name.slice(name.lastIndexOf('.') + 1).toUpperCase(),
        kind: name.endsWith('.jpg') ? 'photo' : 'document',
        size,
        from,
        at: at(day),
        href: '/en/status/warranty/attachments/01j',
      })),
    },
  ]
  const issue = (
    tone: keyof Story['issues'],
    progress: PublicIssue['parts'][number],
    next: Partial<PublicNext>,
  ): PublicIssue => {
    const { headline, explanation, next: text } = draft[tone]
    const parts = [progress, sampleNext('en', { text, ...next }), ...rest]
    return { number, typeName, headline, explanation, tone, parts }
  }
  return {
    company,
    typeName,
    number,
    issues: {
      shop: issue('shop', sampleProgress(['done', 'done', 'current']), {}),
      customer: issue('customer', sampleProgress(), {
        turn: 'customer',
        due: { date: '2026-11-30', daysLeft: 7 },
      }),
      done: issue('done', sampleProgress(['done', 'done', 'done', 'done', 'current'], null), {
        due: null,
        settled: { what: 'done', at: NOW },
      }),
      rejected: issue('rejected', sampleProgress(['done', 'done', 'skipped', 'current'], null), {
        due: null,
        settled: { what: 'decided', at: NOW },
      }),
    },
  }
}

const hours = { en: 'Monday to Friday, 8:00 to 16:00', cs: 'pondělí až pátek, 8.00 až 16.00' }

const manufacturer = storyOf({
  company: {
    ...NO_COMPANY,
    name: 'Halden Instruments',
    imprint: 'Halden Instruments s.r.o., Technická 4, 616\u00a000 Brno',
    phone: '+420555010244',
    phoneHours: hours,
    email: 'service@halden.example',
    privacyUrl: 'https://halden.example/privacy',
  },
  typeName: 'Warranty claim',
  number: 'HI-26-00482-3KFA',
  values: [
    ['Product', 'Digital caliper HD 150'],
    ['Serial number', '150-2417-0086'],
    ['Order number', '2026-8841'],
    ['Fault', 'The display moves between 0.00 and 0.04 mm while the jaws are closed.'],
    ['You asked for', 'Repair'],
  ],
  messages: [
    ['shop', '09', 'Thank you, your claim is recorded. Please send us the caliper in its case.'],
    ['customer', '12', 'It is on its way. The drift is larger once the caliper is warm.'],
    [
      'shop',
      '20',
      'We measured a drift of 0.04 mm at 20 °C. We are replacing the sensor and will calibrate the caliper anew.',
    ],
  ],
  files: [
    ['drift-at-closed-jaws.jpg', 'customer', '12', 1_834_000],
    ['calibration-2026-0086.pdf', 'shop', '20', 212_400],
  ],
  shop: {
    headline: 'We are repairing your caliper',
    explanation: 'The fault is confirmed. We are replacing the sensor and calibrating the caliper anew.',
    next: 'We send the caliper back with a new calibration certificate. You get an e-mail the same day.',
  },
  customer: {
    headline: 'Please send us the caliper',
    explanation: 'We have accepted the claim for handling. To measure the fault we need the caliper here.',
    next: 'Pack it in its case and hand it in with the label from our e-mail. We pay the postage.',
  },
  done: {
    headline: 'Your claim is settled',
    explanation: 'We replaced the sensor, calibrated the caliper and sent it back to you.',
    next: 'The guarantee on the new sensor is 24 months.',
  },
  rejected: {
    headline: 'We could not accept this claim',
    explanation: 'The jaws are bent from a fall. The guarantee covers faults in material and making.',
    next: 'We send the caliper back to you, free of charge.',
  },
})

const toyShop = storyOf({
  company: {
    ...NO_COMPANY,
    name: 'Merry Wagon',
    imprint: 'Merry Wagon s.r.o., Zahradní 7, 779\u00a000 Olomouc',
    phone: '+420555010266',
    phoneHours: hours,
    email: 'help@merrywagon.example',
    privacyUrl: 'https://merrywagon.example/privacy',
  },
  typeName: 'Toy repair',
  number: 'MW-26-00071-9TRN',
  values: [
    ['Toy', 'Wooden train Mila with five wagons'],
    ['Order number', '2026-1204'],
    ['What happened', 'A wheel of the last wagon came off.'],
    ['You asked for', 'Repair'],
  ],
  messages: [
    [
      'shop',
      '09',
      'Thank you for writing to us. Please send us the last wagon, the others can stay at work.',
    ],
    ['customer', '12', 'We have sent it. Toník asks whether the wheel can be red this time.'],
    ['shop', '20', 'It can. The wagon gets a new axle and a red wheel tomorrow morning.'],
  ],
  files: [
    ['wagon-without-a-wheel.jpg', 'customer', '12', 1_834_000],
    ['receipt-2026-1204.pdf', 'customer', '09', 96_000],
  ],
  shop: {
    headline: 'Your train is in the workshop',
    explanation: 'The last wagon is getting a new axle and a new wheel.',
    next: 'We let the glue dry for a day, try the wagon on the track and send it back. Then we write to you.',
  },
  customer: {
    headline: 'Please send us the wagon',
    explanation: 'We can mend it. To find the right axle we need the wagon here.',
    next: 'Pack it well and hand it in with the label from our e-mail. We pay the postage.',
  },
  done: {
    headline: 'Your train is complete again',
    explanation: 'The wagon has a new axle and a red wheel, and is on its way to you.',
    next: 'The guarantee on the repaired wagon is 12 months longer.',
  },
  rejected: {
    headline: 'We could not accept this claim',
    explanation: 'The wagon has been in water for long. The guarantee covers faults in material and making.',
    next: 'We send the wagon back to you. You can buy a new axle and wheel for 60 crowns.',
  },
})

const publicBody = storyOf({
  company: {
    ...NO_COMPANY,
    name: 'Town of Novohrad',
    imprint: 'Town of Novohrad, Town Square 1, 500\u00a000 Novohrad',
    phone: '+420555010288',
    phoneHours: hours,
    email: 'office@novohrad.example',
    privacyUrl: 'https://novohrad.example/privacy',
  },
  typeName: 'Service complaint',
  number: 'TN-26-01135-4QWC',
  values: [
    ['Place', 'Lipová 8, at the crossing'],
    ['Subject', 'Street lamp out of order'],
    [
      'What you told us',
      'The lamp at the crossing has been dark since Monday. Children walk there to school.',
    ],
    ['Department', 'Roads and lighting'],
  ],
  messages: [
    ['shop', '09', 'We have recorded your complaint and passed it to roads and lighting.'],
    ['customer', '12', 'The next lamp towards the school has now gone out as well.'],
    ['shop', '20', 'Thank you. A cable is damaged, so we are repairing both lamps at once.'],
  ],
  files: [
    ['crossing-at-night.jpg', 'customer', '12', 1_834_000],
    ['record-of-the-complaint.pdf', 'shop', '09', 96_000],
  ],
  shop: {
    headline: 'We are repairing the street lamp',
    explanation: 'A cable under the pavement is damaged. Two lamps depend on it.',
    next: 'We replace the cable and test both lamps. Then we tell you in writing how we settled the complaint.',
  },
  customer: {
    headline: 'Please tell us where the lamp is',
    explanation: 'The street has two crossings, and every lamp there works by day.',
    next: 'Call us, or write to us the number on the sign of the lamp post.',
  },
  done: {
    headline: 'Your complaint is settled',
    explanation: 'We replaced the cable. Both lamps have worked since 21 November.',
    next: 'If a lamp goes out again, call the number above and tell us this complaint.',
  },
  rejected: {
    headline: 'We cannot settle this complaint',
    explanation: 'The lamp stands on private ground. The owner of the house looks after it.',
    next: 'We have told the owner about the lamp in writing.',
  },
})

export const STORIES: Readonly<Record<string, Story>> = {
  manufacturer,
  'toy-shop': toyShop,
  'public-body': publicBody,
}
