import type { Field } from '../issue-types/index.ts'
import { field, type Words } from './starter-type.ts'

const REMEDIES: Readonly<Record<string, Words>> = {
  repair: { en: 'Repair', cs: 'Oprava' },
  replacement: { en: 'Replacement', cs: 'Výměna' },
  discount: { en: 'Discount', cs: 'Sleva' },
  refund: { en: 'Money back', cs: 'Vrácení peněz' },
}

/** The application fields of a new installation; fields belong to the installation, issue types only show them. */
export const STARTER_FIELDS: readonly Field[] = [
  // The issue
  field(
    'channel',
    'choice',
    { en: 'How it came', cs: 'Jak přišlo' },
    {
      filterable: true,
      options: {
        web: { en: 'Web form', cs: 'Webový formulář' },
        email: { en: 'E-mail', cs: 'E-mail' },
        phone: { en: 'Phone', cs: 'Telefon' },
        shop: { en: 'In the shop', cs: 'Na prodejně' },
        marketplace: { en: 'Marketplace', cs: 'Tržiště' },
      },
    },
  ),
  field(
    'priority',
    'choice',
    { en: 'Priority', cs: 'Priorita' },
    {
      filterable: true,
      options: {
        high: { en: 'High', cs: 'Vysoká' },
        normal: { en: 'Normal', cs: 'Běžná' },
        low: { en: 'Low', cs: 'Nízká' },
      },
    },
  ),
  field(
    'tags',
    'multi-choice',
    { en: 'Tags', cs: 'Štítky' },
    {
      filterable: true,
      options: {
        safety: { en: 'Safety risk', cs: 'Bezpečnostní riziko' },
        repeated: { en: 'Repeated fault', cs: 'Opakovaná závada' },
        transport: { en: 'Damaged in transport', cs: 'Poškozeno při přepravě' },
        supplier: { en: 'Raise with the supplier', cs: 'Řešit s dodavatelem' },
      },
    },
  ),
  field('linked_issues', 'text', { en: 'Linked issues', cs: 'Související případy' }),
  field('claim_made', 'date', { en: 'Claim made', cs: 'Reklamace uplatněna' }, { filterable: true }),
  field(
    'withdrawal_date',
    'date',
    { en: 'Withdrawal sent on', cs: 'Odstoupení odesláno' },
    { filterable: true },
  ),

  // The customer
  field(
    'customer_kind',
    'choice',
    { en: 'Customer is', cs: 'Zákazník je' },
    {
      filterable: true,
      options: {
        consumer: { en: 'Consumer', cs: 'Spotřebitel' },
        business: { en: 'Business', cs: 'Podnikatel' },
      },
    },
  ),
  field('company_name', 'text', { en: 'Company', cs: 'Firma' }, { filterable: true }),
  field('vat_number', 'text', { en: 'VAT number', cs: 'DIČ' }),
  field('address', 'address', { en: 'Address', cs: 'Adresa' }),
  field(
    'preferred_channel',
    'choice',
    { en: 'Prefers to hear by', cs: 'Preferovaný způsob kontaktu' },
    {
      options: {
        email: { en: 'E-mail', cs: 'E-mail' },
        sms: { en: 'Text message', cs: 'SMS' },
        phone: { en: 'Phone call', cs: 'Telefonát' },
        post: { en: 'Post', cs: 'Pošta' },
      },
    },
  ),
  field('bank_account', 'bank-account', { en: 'Bank account', cs: 'Bankovní účet' }),

  // The purchase
  field('order_number', 'text', { en: 'Order number', cs: 'Číslo objednávky' }, { filterable: true }),
  field('invoice_number', 'text', { en: 'Invoice number', cs: 'Číslo faktury' }, { filterable: true }),
  field('bought_on', 'date', { en: 'Bought on', cs: 'Datum nákupu' }),
  field('delivered_on', 'date', { en: 'Delivered on', cs: 'Datum doručení' }),
  field('bought_at', 'text', { en: 'Bought at', cs: 'Místo nákupu' }),
  field('price', 'money', { en: 'Price paid', cs: 'Zaplacená cena' }),
  field('proof_of_purchase', 'boolean', { en: 'Proof of purchase', cs: 'Doklad o koupi' }),

  // The item
  field('product', 'text', { en: 'Product', cs: 'Výrobek' }, { filterable: true }),
  field('sku', 'text', { en: 'SKU', cs: 'Kód zboží' }, { filterable: true }),
  field(
    'serial_number',
    'text',
    { en: 'Serial number or IMEI', cs: 'Výrobní číslo nebo IMEI' },
    {
      filterable: true,
    },
  ),
  field('quantity', 'number', { en: 'Quantity', cs: 'Počet kusů' }),
  field('accessories', 'long-text', { en: 'Accessories', cs: 'Příslušenství' }),
  field('condition_at_intake', 'long-text', { en: 'Condition at intake', cs: 'Stav při převzetí' }),
  field('defect', 'long-text', { en: 'Fault', cs: 'Závada' }),
  field('guarantee_until', 'date', { en: 'Guarantee until', cs: 'Záruka do' }),

  // The claim
  field(
    'ground',
    'choice',
    { en: 'Ground of the claim', cs: 'Důvod reklamace' },
    {
      filterable: true,
      options: {
        defect: { en: 'Defect (statutory rights)', cs: 'Vada (zákonná odpovědnost)' },
        guarantee: { en: 'Guarantee', cs: 'Záruka za jakost' },
        withdrawal: { en: 'Withdrawal from the contract', cs: 'Odstoupení od smlouvy' },
        goodwill: { en: 'Goodwill', cs: 'Vstřícnost prodejce' },
        service: { en: 'Service', cs: 'Služba' },
      },
    },
  ),
  field(
    'return_reason',
    'choice',
    { en: 'Reason given (not required)', cs: 'Uvedený důvod (nepovinný)' },
    {
      options: {
        unsuitable: { en: 'Does not suit', cs: 'Nevyhovuje' },
        wrong: { en: 'Wrong product came', cs: 'Přišel jiný výrobek' },
        damaged: { en: 'Came damaged', cs: 'Přišlo poškozené' },
        late: { en: 'Came too late', cs: 'Přišlo pozdě' },
        other: { en: 'Other', cs: 'Jiný' },
      },
    },
  ),
  field(
    'remedy_requested',
    'choice',
    { en: 'Remedy requested', cs: 'Požadovaný způsob vyřízení' },
    {
      filterable: true,
      options: REMEDIES,
    },
  ),
  field(
    'remedy_offered',
    'choice',
    { en: 'Remedy offered', cs: 'Nabídnutý způsob vyřízení' },
    {
      options: REMEDIES,
    },
  ),
  field(
    'remedy_agreed',
    'choice',
    { en: 'Remedy agreed', cs: 'Dohodnutý způsob vyřízení' },
    {
      filterable: true,
      options: REMEDIES,
    },
  ),

  // Handling
  field(
    'goods_location',
    'choice',
    { en: 'Where the goods are', cs: 'Kde je zboží' },
    {
      filterable: true,
      options: {
        customer: { en: 'With the customer', cs: 'U zákazníka' },
        transit: { en: 'In transit', cs: 'Na cestě' },
        shop: { en: 'Shop', cs: 'Prodejna' },
        workshop: { en: 'Our workshop', cs: 'Naše dílna' },
        partner: { en: 'Service partner', cs: 'Servisní partner' },
        warehouse: { en: 'Warehouse', cs: 'Sklad' },
      },
    },
  ),
  field('partner', 'text', { en: 'Service partner', cs: 'Servisní partner' }, { filterable: true }),
  field('partner_number', 'text', { en: 'Partner’s number', cs: 'Číslo u partnera' }, { filterable: true }),
  field('inspection', 'long-text', { en: 'Inspection result', cs: 'Výsledek prohlídky' }),
  field('condition_found', 'long-text', { en: 'Condition found', cs: 'Zjištěný stav' }),
  field(
    'root_cause',
    'choice',
    { en: 'Root cause', cs: 'Příčina' },
    {
      filterable: true,
      options: {
        material: { en: 'Material', cs: 'Materiál' },
        manufacture: { en: 'Manufacture', cs: 'Výroba' },
        design: { en: 'Design', cs: 'Konstrukce' },
        transport: { en: 'Transport', cs: 'Přeprava' },
        wear: { en: 'Normal wear', cs: 'Běžné opotřebení' },
        use: { en: 'Use or care', cs: 'Používání nebo údržba' },
        none: { en: 'No fault found', cs: 'Závada nezjištěna' },
      },
    },
  ),
  field('cost', 'money', { en: 'Our cost', cs: 'Naše náklady' }),
  field('tracking_in', 'text', { en: 'Parcel to us', cs: 'Zásilka k nám' }),
  field('tracking_out', 'text', { en: 'Parcel to the customer', cs: 'Zásilka k zákazníkovi' }),

  // The decision
  field(
    'decision',
    'choice',
    { en: 'Decision', cs: 'Rozhodnutí' },
    {
      filterable: true,
      options: {
        accepted: { en: 'Accepted', cs: 'Uznáno' },
        partly: { en: 'Partly accepted', cs: 'Uznáno částečně' },
        rejected: { en: 'Not accepted', cs: 'Neuznáno' },
      },
    },
  ),
  field(
    'reason_code',
    'choice',
    { en: 'Reason code', cs: 'Kód důvodu' },
    {
      filterable: true,
      options: {
        covered: { en: 'Covered fault', cs: 'Krytá vada' },
        wear: { en: 'Normal wear', cs: 'Běžné opotřebení' },
        damage: { en: 'Damage from outside', cs: 'Vnější poškození' },
        care: { en: 'Care or limescale', cs: 'Údržba nebo vodní kámen' },
        'no-fault': { en: 'No fault found', cs: 'Závada nezjištěna' },
        used: { en: 'Used beyond a trial', cs: 'Použito nad rámec vyzkoušení' },
        late: { en: 'After the time limit', cs: 'Po lhůtě' },
      },
    },
  ),
  field('decision_reason', 'long-text', { en: 'Reason for the decision', cs: 'Zdůvodnění rozhodnutí' }),
  field('legal_basis', 'text', { en: 'Legal basis', cs: 'Právní základ' }),
  field('decided_by', 'text', { en: 'Decided by', cs: 'Rozhodl(a)' }),
  field('decided_on', 'date', { en: 'Decided on', cs: 'Datum rozhodnutí' }),
  field(
    'customer_view',
    'choice',
    { en: 'Customer’s view', cs: 'Stanovisko zákazníka' },
    {
      filterable: true,
      options: {
        agrees: { en: 'Agrees', cs: 'Souhlasí' },
        disputes: { en: 'Disputes', cs: 'Nesouhlasí' },
      },
    },
  ),

  // The settlement
  field('repair_done', 'long-text', { en: 'What was repaired', cs: 'Provedená oprava' }),
  field('repair_duration', 'number', { en: 'Days in repair', cs: 'Dní v opravě' }),
  field('replacement', 'text', { en: 'Replaced by', cs: 'Vyměněno za' }),
  field('refund_amount', 'money', { en: 'Amount refunded', cs: 'Vrácená částka' }),
  field('refunded_on', 'date', { en: 'Refunded on', cs: 'Peníze odeslány' }),
  field('credit_note', 'text', { en: 'Credit note', cs: 'Dobropis' }),
  field('new_guarantee_until', 'date', { en: 'New guarantee until', cs: 'Nová záruka do' }),
]
