import { always, fact } from './parts.ts'

/** What lists in messages say of an issue, in the words of the status page. Nothing internal is among it. */
export const FACTS = {
  created: always('{{ created_date }}', {
    en: 'Received on',
    cs: 'Přijato',
    sk: 'Prijaté',
    pl: 'Data przyjęcia',
    de: 'Eingegangen am',
  }),
  createdAt: always('{{ created_at }}', {
    en: 'Received on',
    cs: 'Přijato',
    sk: 'Prijaté',
    pl: 'Data i godzina przyjęcia',
    de: 'Eingegangen am',
  }),
  claimMade: always(
    '{% if field.claim_made %}{{ field.claim_made }}{% else %}{{ created_date }}{% endif %}',
    {
      en: 'Claim made',
      cs: 'Reklamace uplatněna',
      sk: 'Reklamácia uplatnená',
      pl: 'Data reklamacji',
      de: 'Reklamiert am',
    },
  ),
  withdrawalDate: fact('field.withdrawal_date', {
    en: 'Withdrawal sent on',
    cs: 'Odstoupení odesláno',
    sk: 'Odstúpenie odoslané',
    pl: 'Odstąpienie wysłane',
    de: 'Widerruf vom',
  }),
  settledBy: fact('due_date', {
    en: 'Settled by',
    cs: 'Vyřídíme nejpozději',
    sk: 'Vybavíme najneskôr',
    pl: 'Załatwimy do',
    de: 'Erledigt bis',
  }),
  dueBy: fact('due_date', {
    en: 'Due by',
    cs: 'Termín',
    sk: 'Termín',
    pl: 'Termin',
    de: 'Zu erledigen bis',
  }),
  // Where it is late, the day says so.
  daysLeft: {
    label: {
      en: 'Days left',
      cs: 'Zbývá dní',
      sk: 'Zostáva dní',
      pl: 'Pozostało dni',
      de: 'Verbleibende Tage',
    },
    value: '{{ deadline_days_left }}',
    given: 'deadline_days_left >= 0',
  },
  handler: fact('handler_name', {
    en: 'Handled by',
    cs: 'Vyřizuje',
    sk: 'Vybavuje',
    pl: 'Prowadzi',
    de: 'Bearbeitet von',
  }),

  // The customer
  name: fact('customer_name', {
    en: 'Name',
    cs: 'Jméno',
    sk: 'Meno',
    pl: 'Imię i nazwisko',
    de: 'Name',
  }),
  customer: fact('customer_name', {
    en: 'Customer',
    cs: 'Zákazník',
    sk: 'Zákazník',
    pl: 'Klient',
    de: 'Kunde',
  }),
  contact: always('{{ customer_email }}{% if customer_phone %}, {{ customer_phone }}{% endif %}', {
    en: 'We reach you at',
    cs: 'Kontakt na vás',
    sk: 'Kontakt na vás',
    pl: 'Kontakt do Państwa',
    de: 'So erreichen wir Sie',
  }),

  // The product or device
  product: fact('field.product', {
    en: 'Product',
    cs: 'Výrobek',
    sk: 'Výrobok',
    pl: 'Produkt',
    de: 'Produkt',
  }),
  device: fact('field.device', {
    en: 'Device',
    cs: 'Přístroj',
    sk: 'Prístroj',
    pl: 'Urządzenie',
    de: 'Gerät',
  }),
  serialNumber: fact('field.serial_number', {
    en: 'Serial number',
    cs: 'Výrobní číslo',
    sk: 'Výrobné číslo',
    pl: 'Numer seryjny',
    de: 'Seriennummer',
  }),
  orderNumber: fact('field.order_number', {
    en: 'Order number',
    cs: 'Číslo objednávky',
    sk: 'Číslo objednávky',
    pl: 'Numer zamówienia',
    de: 'Bestellnummer',
  }),
  defect: fact('field.defect', { en: 'Fault', cs: 'Závada', sk: 'Vada', pl: 'Usterka', de: 'Fehler' }),
  remedyRequested: fact('field.remedy_requested', {
    en: 'You asked for',
    cs: 'Požadovaný způsob vyřízení',
    sk: 'Vaša požiadavka',
    pl: 'Oczekiwane rozwiązanie',
    de: 'Ihr Wunsch',
  }),
  returnReason: fact('field.return_reason', {
    en: 'Reason given',
    cs: 'Uvedený důvod',
    sk: 'Uvedený dôvod',
    pl: 'Podany powód',
    de: 'Genannter Grund',
  }),

  // The complaint about service
  complaintAbout: fact('field.complaint_about', {
    en: 'Complaint about',
    cs: 'Čeho se stížnost týká',
    sk: 'Čoho sa sťažnosť týka',
    pl: 'Czego dotyczy skarga',
    de: 'Worum es geht',
  }),
  whatHappened: fact('field.what_happened', {
    en: 'What happened',
    cs: 'Co se stalo',
    sk: 'Čo sa stalo',
    pl: 'Co się stało',
    de: 'Was passiert ist',
  }),
  happenedOn: fact('field.happened_on', {
    en: 'When it happened',
    cs: 'Kdy se to stalo',
    sk: 'Kedy sa to stalo',
    pl: 'Kiedy to się stało',
    de: 'Wann es passiert ist',
  }),
  wish: fact('field.wish', {
    en: 'What you ask for',
    cs: 'Co si přejete',
    sk: 'Čo si želáte',
    pl: 'Czego Państwo oczekują',
    de: 'Was Sie sich wünschen',
  }),

  // The quote
  repairWork: fact('field.repair_work', {
    en: 'Work',
    cs: 'Navržená oprava',
    sk: 'Navrhnutá oprava',
    pl: 'Proponowana naprawa',
    de: 'Vorgeschlagene Reparatur',
  }),
  quoteAmount: fact('field.quote_amount', {
    en: 'Price of the repair',
    cs: 'Cena opravy',
    sk: 'Cena opravy',
    pl: 'Koszt naprawy',
    de: 'Preis der Reparatur',
  }),
  quoteValidUntil: fact('field.quote_valid_until', {
    en: 'Quote valid until',
    cs: 'Nabídka platí do',
    sk: 'Ponuka platí do',
    pl: 'Wycena ważna do',
    de: 'Angebot gültig bis',
  }),
  partsExpected: fact('field.parts_expected', {
    en: 'Part expected on',
    cs: 'Díl očekáváme',
    sk: 'Diel očakávame',
    pl: 'Część spodziewana',
    de: 'Ersatzteil erwartet am',
  }),

  // The decision, and how it was settled
  decision: fact('field.decision', {
    en: 'Decision',
    cs: 'Rozhodnutí',
    sk: 'Rozhodnutie',
    pl: 'Decyzja',
    de: 'Entscheidung',
  }),
  decisionReason: fact('field.decision_reason', {
    en: 'Reason',
    cs: 'Zdůvodnění',
    sk: 'Odôvodnenie',
    pl: 'Uzasadnienie',
    de: 'Begründung',
  }),
  remedyAgreed: fact('field.remedy_agreed', {
    en: 'Remedy agreed',
    cs: 'Dohodnutý způsob vyřízení',
    sk: 'Dohodnutý spôsob vybavenia',
    pl: 'Uzgodniony sposób załatwienia',
    de: 'Vereinbarte Lösung',
  }),
  amount: fact('field.refund_amount', {
    en: 'Amount',
    cs: 'Částka',
    sk: 'Suma',
    pl: 'Kwota',
    de: 'Betrag',
  }),
  refundedOn: fact('field.refunded_on', {
    en: 'Sent on',
    cs: 'Peníze odeslány',
    sk: 'Peniaze odoslané',
    pl: 'Pieniądze wysłano',
    de: 'Geld abgeschickt am',
  }),
  repairDone: fact('field.repair_done', {
    en: 'What was repaired',
    cs: 'Provedená oprava',
    sk: 'Vykonaná oprava',
    pl: 'Co naprawiono',
    de: 'Was repariert wurde',
  }),
  repairDuration: fact('field.repair_duration', {
    en: 'Days in repair',
    cs: 'Dní v opravě',
    sk: 'Dní v oprave',
    pl: 'Dni w naprawie',
    de: 'Tage in Reparatur',
  }),
  replacement: fact('field.replacement', {
    en: 'Replaced by',
    cs: 'Vyměněno za',
    sk: 'Vymenené za',
    pl: 'Wymieniono na',
    de: 'Ersetzt durch',
  }),
  newGuaranteeUntil: fact('field.new_guarantee_until', {
    en: 'New guarantee until',
    cs: 'Nová záruka do',
    sk: 'Nová záruka do',
    pl: 'Nowa gwarancja do',
    de: 'Neue Garantie bis',
  }),

  // The way back
  trackingOut: fact('field.tracking_out', {
    en: 'Parcel to you',
    cs: 'Zásilka k vám',
    sk: 'Zásielka k vám',
    pl: 'Paczka do Państwa',
    de: 'Paket an Sie',
  }),
  readyFrom: fact('field.ready_from', {
    en: 'Ready from',
    cs: 'Připraveno od',
    sk: 'Pripravené od',
    pl: 'Gotowe od',
    de: 'Abholbereit ab',
  }),
  pickupPlace: fact('field.pickup_place', {
    en: 'Where to collect it',
    cs: 'Místo vyzvednutí',
    sk: 'Miesto prevzatia',
    pl: 'Miejsce odbioru',
    de: 'Abholort',
  }),
  handedOverOn: fact('field.handed_over_on', {
    en: 'Handed over on',
    cs: 'Předáno',
    sk: 'Odovzdané',
    pl: 'Wydano',
    de: 'Übergeben am',
  }),

  // For staff
  type: fact('issue_type', {
    en: 'Kind of request',
    cs: 'Druh požadavku',
    sk: 'Druh požiadavky',
    pl: 'Rodzaj zgłoszenia',
    de: 'Art des Anliegens',
  }),
  step: fact('step', { en: 'Status', cs: 'Stav', sk: 'Stav', pl: 'Stan', de: 'Stand' }),
}
