import { ago, type Case, customer, letter, move, note, ownPhoto, photo, shop } from '../story.ts'

/** The paid repair to show: the quote waits for the customer's yes. */
export const REPAIRS: readonly Case[] = [
  {
    type: 'repair',
    locale: 'de',
    name: 'Katharina Vogel',
    reach: 'both',
    product: 'espresso',
    boughtAgo: 1290,
    madeAgo: 9,
    dueAfter: 15,
    values: {
      channel: 'web',
      priority: 'normal',
      defect: 'Beim Bezug tropft Wasser neben den Siebträger, und das Manometer kommt nicht über 6 bar.',
      accessories: 'Siebträger, zwei Siebe, ohne Tamper',
      condition_at_intake: 'Gepflegt, leichte Kratzer am Tropfblech. Tropfschale fehlt.',
      tracking_in: 'DHL 00340 4344 1187 2206',
      goods_location: 'workshop',
      inspection: 'Dichtung der Brühgruppe verhärtet, Pumpe bei 6,2 bar, Sollwert 9 bar.',
      root_cause: 'wear',
      repair_work:
        'Neue Pumpe und neue Dichtung der Brühgruppe, Druck auf 9 bar eingestellt, Probelauf mit 20 Bezügen. Zwölf Monate Garantie auf die Reparatur.',
      quote_amount: { amount: 14900, currency: 'EUR' },
      quote_valid_until: ago(-6),
      cost: { amount: 6150, currency: 'EUR' },
    },
    story: [
      photo(9, 'wasser-am-siebtraeger.jpg', 'espresso-drips'),
      customer(9, 'Guten Tag, die Maschine ist dreieinhalb Jahre alt. Lohnt sich eine Reparatur noch?'),
      move(8, 'waiting-for-device'),
      shop(
        8,
        'Guten Tag, bei diesem Modell lohnt sie sich meistens. Bitte senden Sie uns die Maschine mit dem Siebträger. Den Preis nennen wir Ihnen, bevor wir etwas reparieren.',
      ),
      move(4, 'device-received'),
      move(3, 'diagnosing', 'Läuft auf dem Prüfstand mit Manometer.'),
      ownPhoto(2, 'steuerplatine.jpg', 'burnt-board'),
      note(2, 'Platine zeigt eine Hitzespur, misst aber gut. Nicht im Angebot, im Auge behalten.'),
      letter(
        1,
        'kostenvoranschlag.pdf',
        'quote',
        'Neue Pumpe und neue Dichtung der Brühgruppe, Druck auf 9 bar eingestellt, Probelauf mit 20 Bezügen. Zwölf Monate Garantie auf die Reparatur.',
      ),
      move(1, 'quote-sent'),
      shop(
        1,
        'Die Pumpe bringt nur noch 6 bar, und die Dichtung der Brühgruppe ist hart geworden. Beides zusammen kostet 149 € inklusive MwSt. Der Kostenvoranschlag liegt bei. Dürfen wir reparieren?',
      ),
      customer(0, 'Danke für die schnelle Antwort. Wie lange würde es nach meiner Zusage dauern?'),
    ],
  },
]
