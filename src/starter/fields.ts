import type { Field } from '../issue-types/index.ts'
import { REPAIR_AND_SERVICE_FIELDS } from './fields-repair-service.ts'
import { field, type Words } from './starter-type.ts'

const REMEDIES: Readonly<Record<string, Words>> = {
  repair: { en: 'Repair', cs: 'Oprava', sk: 'Oprava', pl: 'Naprawa', de: 'Reparatur' },
  replacement: { en: 'Replacement', cs: 'Výměna', sk: 'Výmena', pl: 'Wymiana', de: 'Austausch' },
  discount: { en: 'Discount', cs: 'Sleva', sk: 'Zľava', pl: 'Obniżka ceny', de: 'Preisnachlass' },
  refund: {
    en: 'Money back',
    cs: 'Vrácení peněz',
    sk: 'Vrátenie peňazí',
    pl: 'Zwrot pieniędzy',
    de: 'Geld zurück',
  },
}

/** The application fields of a new installation; fields belong to the installation, issue types only show them. */
export const STARTER_FIELDS: readonly Field[] = [
  // The issue
  field(
    'channel',
    'choice',
    {
      en: 'How it came',
      cs: 'Způsob podání',
      sk: 'Spôsob podania',
      pl: 'Sposób zgłoszenia',
      de: 'Eingegangen über',
    },
    {
      filterable: true,
      options: {
        web: {
          en: 'Web form',
          cs: 'Webový formulář',
          sk: 'Webový formulár',
          pl: 'Formularz internetowy',
          de: 'Webformular',
        },
        email: { en: 'E-mail', cs: 'E-mail', sk: 'E-mail', pl: 'E-mail', de: 'E-Mail' },
        phone: { en: 'Phone', cs: 'Telefon', sk: 'Telefón', pl: 'Telefon', de: 'Telefon' },
        shop: { en: 'In the shop', cs: 'V prodejně', sk: 'V predajni', pl: 'W sklepie', de: 'Im Geschäft' },
        marketplace: {
          en: 'Marketplace',
          cs: 'Online tržiště',
          sk: 'Online trhovisko',
          pl: 'Platforma handlowa',
          de: 'Online-Marktplatz',
        },
      },
    },
  ),
  field(
    'priority',
    'choice',
    { en: 'Priority', cs: 'Priorita', sk: 'Priorita', pl: 'Priorytet', de: 'Priorität' },
    {
      filterable: true,
      options: {
        high: { en: 'High', cs: 'Vysoká', sk: 'Vysoká', pl: 'Wysoki', de: 'Hoch' },
        normal: { en: 'Normal', cs: 'Běžná', sk: 'Bežná', pl: 'Normalny', de: 'Normal' },
        low: { en: 'Low', cs: 'Nízká', sk: 'Nízka', pl: 'Niski', de: 'Niedrig' },
      },
    },
  ),
  field(
    'tags',
    'multi-choice',
    { en: 'Tags', cs: 'Štítky', sk: 'Štítky', pl: 'Etykiety', de: 'Schlagwörter' },
    {
      filterable: true,
      options: {
        safety: {
          en: 'Safety risk',
          cs: 'Bezpečnostní riziko',
          sk: 'Bezpečnostné riziko',
          pl: 'Zagrożenie bezpieczeństwa',
          de: 'Sicherheitsrisiko',
        },
        repeated: {
          en: 'Repeated fault',
          cs: 'Opakovaná závada',
          sk: 'Opakovaná vada',
          pl: 'Powtarzająca się usterka',
          de: 'Wiederholter Fehler',
        },
        transport: {
          en: 'Damaged in transport',
          cs: 'Poškozeno při přepravě',
          sk: 'Poškodené pri preprave',
          pl: 'Uszkodzone w transporcie',
          de: 'Transportschaden',
        },
        supplier: {
          en: 'Raise with the supplier',
          cs: 'Řešit s dodavatelem',
          sk: 'Riešiť s dodávateľom',
          pl: 'Do wyjaśnienia z dostawcą',
          de: 'Mit Lieferant klären',
        },
      },
    },
  ),
  field('linked_issues', 'text', {
    en: 'Linked issues',
    cs: 'Související případy',
    sk: 'Súvisiace prípady',
    pl: 'Powiązane sprawy',
    de: 'Verknüpfte Vorgänge',
  }),
  field(
    'claim_made',
    'date',
    {
      en: 'Claim made',
      cs: 'Reklamace uplatněna',
      sk: 'Reklamácia uplatnená',
      pl: 'Data reklamacji',
      de: 'Reklamiert am',
    },
    { filterable: true },
  ),
  field(
    'withdrawal_date',
    'date',
    {
      en: 'Withdrawal sent on',
      cs: 'Odstoupení odesláno',
      sk: 'Odstúpenie odoslané',
      pl: 'Odstąpienie wysłane',
      de: 'Widerruf vom',
    },
    { filterable: true },
  ),

  // The customer
  field(
    'customer_kind',
    'choice',
    { en: 'Customer is', cs: 'Zákazník je', sk: 'Zákazník je', pl: 'Klient to', de: 'Kunde ist' },
    {
      filterable: true,
      options: {
        consumer: {
          en: 'Consumer',
          cs: 'Spotřebitel',
          sk: 'Spotrebiteľ',
          pl: 'Konsument',
          de: 'Verbraucher',
        },
        business: {
          en: 'Business',
          cs: 'Podnikatel',
          sk: 'Podnikateľ',
          pl: 'Przedsiębiorca',
          de: 'Unternehmen',
        },
      },
    },
  ),
  field(
    'company_name',
    'text',
    { en: 'Company', cs: 'Firma', sk: 'Firma', pl: 'Firma', de: 'Firma' },
    { filterable: true },
  ),
  field('vat_number', 'text', { en: 'VAT number', cs: 'DIČ', sk: 'IČ DPH', pl: 'NIP', de: 'USt-IdNr.' }),
  field('address', 'address', { en: 'Address', cs: 'Adresa', sk: 'Adresa', pl: 'Adres', de: 'Adresse' }),
  field(
    'preferred_channel',
    'choice',
    {
      en: 'Prefers to hear by',
      cs: 'Preferovaný způsob kontaktu',
      sk: 'Preferovaný spôsob kontaktu',
      pl: 'Preferowany kontakt',
      de: 'Bevorzugter Kontaktweg',
    },
    {
      options: {
        email: { en: 'E-mail', cs: 'E-mail', sk: 'E-mail', pl: 'E-mail', de: 'E-Mail' },
        sms: { en: 'Text message', cs: 'SMS', sk: 'SMS', pl: 'SMS', de: 'SMS' },
        phone: { en: 'Phone call', cs: 'Telefonát', sk: 'Telefonát', pl: 'Telefon', de: 'Anruf' },
        post: { en: 'Post', cs: 'Pošta', sk: 'Pošta', pl: 'Poczta', de: 'Post' },
      },
    },
  ),
  field('bank_account', 'bank-account', {
    en: 'Bank account',
    cs: 'Bankovní účet',
    sk: 'Bankový účet',
    pl: 'Rachunek bankowy',
    de: 'Bankkonto',
  }),

  // The purchase
  field(
    'order_number',
    'text',
    {
      en: 'Order number',
      cs: 'Číslo objednávky',
      sk: 'Číslo objednávky',
      pl: 'Numer zamówienia',
      de: 'Bestellnummer',
    },
    { filterable: true },
  ),
  field(
    'invoice_number',
    'text',
    {
      en: 'Invoice number',
      cs: 'Číslo faktury',
      sk: 'Číslo faktúry',
      pl: 'Numer faktury',
      de: 'Rechnungsnummer',
    },
    { filterable: true },
  ),
  field('bought_on', 'date', {
    en: 'Bought on',
    cs: 'Datum nákupu',
    sk: 'Dátum nákupu',
    pl: 'Data zakupu',
    de: 'Gekauft am',
  }),
  field('delivered_on', 'date', {
    en: 'Delivered on',
    cs: 'Datum doručení',
    sk: 'Dátum doručenia',
    pl: 'Data dostawy',
    de: 'Geliefert am',
  }),
  field('bought_at', 'text', {
    en: 'Bought at',
    cs: 'Místo nákupu',
    sk: 'Miesto nákupu',
    pl: 'Miejsce zakupu',
    de: 'Gekauft bei',
  }),
  field('price', 'money', {
    en: 'Price paid',
    cs: 'Zaplacená cena',
    sk: 'Zaplatená cena',
    pl: 'Zapłacona cena',
    de: 'Gezahlter Preis',
  }),
  field('proof_of_purchase', 'boolean', {
    en: 'Proof of purchase',
    cs: 'Doklad o koupi',
    sk: 'Doklad o kúpe',
    pl: 'Dowód zakupu',
    de: 'Kaufbeleg',
  }),

  // The item
  field(
    'product',
    'text',
    { en: 'Product', cs: 'Výrobek', sk: 'Výrobok', pl: 'Produkt', de: 'Produkt' },
    { filterable: true },
  ),
  field(
    'sku',
    'text',
    { en: 'SKU', cs: 'Kód zboží', sk: 'Kód tovaru', pl: 'Kod towaru', de: 'Artikelnummer' },
    { filterable: true },
  ),
  field(
    'serial_number',
    'text',
    {
      en: 'Serial number or IMEI',
      cs: 'Výrobní číslo nebo IMEI',
      sk: 'Výrobné číslo alebo IMEI',
      pl: 'Numer seryjny lub IMEI',
      de: 'Seriennummer oder IMEI',
    },
    {
      filterable: true,
    },
  ),
  field('quantity', 'number', {
    en: 'Quantity',
    cs: 'Počet kusů',
    sk: 'Počet kusov',
    pl: 'Liczba sztuk',
    de: 'Stückzahl',
  }),
  field('accessories', 'long-text', {
    en: 'Accessories',
    cs: 'Příslušenství',
    sk: 'Príslušenstvo',
    pl: 'Akcesoria',
    de: 'Zubehör',
  }),
  field('condition_at_intake', 'long-text', {
    en: 'Condition at intake',
    cs: 'Stav při převzetí',
    sk: 'Stav pri prevzatí',
    pl: 'Stan przy przyjęciu',
    de: 'Zustand bei Annahme',
  }),
  field('defect', 'long-text', { en: 'Fault', cs: 'Závada', sk: 'Vada', pl: 'Usterka', de: 'Fehler' }),
  field('guarantee_until', 'date', {
    en: 'Guarantee until',
    cs: 'Záruka do',
    sk: 'Záruka do',
    pl: 'Gwarancja do',
    de: 'Garantie bis',
  }),

  // The claim
  field(
    'ground',
    'choice',
    {
      en: 'Ground of the claim',
      cs: 'Důvod reklamace',
      sk: 'Dôvod reklamácie',
      pl: 'Podstawa reklamacji',
      de: 'Grund der Reklamation',
    },
    {
      filterable: true,
      options: {
        defect: {
          en: 'Defect (statutory rights)',
          cs: 'Vada (zákonná odpovědnost)',
          sk: 'Vada (zákonná zodpovednosť)',
          pl: 'Wada (uprawnienia ustawowe)',
          de: 'Mangel (gesetzliche Rechte)',
        },
        guarantee: { en: 'Guarantee', cs: 'Záruka za jakost', sk: 'Záruka', pl: 'Gwarancja', de: 'Garantie' },
        withdrawal: {
          en: 'Withdrawal from the contract',
          cs: 'Odstoupení od smlouvy',
          sk: 'Odstúpenie od zmluvy',
          pl: 'Odstąpienie od umowy',
          de: 'Widerruf',
        },
        goodwill: {
          en: 'Goodwill',
          cs: 'Vstřícnost prodejce',
          sk: 'Ústretovosť predajcu',
          pl: 'Dobra wola sprzedawcy',
          de: 'Kulanz',
        },
        service: { en: 'Service', cs: 'Služba', sk: 'Služba', pl: 'Usługa', de: 'Dienstleistung' },
      },
    },
  ),
  field(
    'return_reason',
    'choice',
    {
      en: 'Reason given (not required)',
      cs: 'Uvedený důvod (nepovinný)',
      sk: 'Uvedený dôvod (nepovinný)',
      pl: 'Podany powód (nieobowiązkowy)',
      de: 'Genannter Grund (freiwillig)',
    },
    {
      options: {
        unsuitable: {
          en: 'Does not suit',
          cs: 'Nevyhovuje',
          sk: 'Nevyhovuje',
          pl: 'Nie odpowiada',
          de: 'Gefällt oder passt nicht',
        },
        wrong: {
          en: 'Wrong product came',
          cs: 'Přišel jiný výrobek',
          sk: 'Prišiel iný výrobok',
          pl: 'Przyszedł inny produkt',
          de: 'Falsches Produkt geliefert',
        },
        damaged: {
          en: 'Came damaged',
          cs: 'Přišlo poškozené',
          sk: 'Prišlo poškodené',
          pl: 'Przyszło uszkodzone',
          de: 'Beschädigt angekommen',
        },
        late: {
          en: 'Came too late',
          cs: 'Přišlo pozdě',
          sk: 'Prišlo neskoro',
          pl: 'Przyszło za późno',
          de: 'Zu spät angekommen',
        },
        other: { en: 'Other', cs: 'Jiný', sk: 'Iný', pl: 'Inny', de: 'Anderer' },
      },
    },
  ),
  field(
    'remedy_requested',
    'choice',
    {
      en: 'Remedy requested',
      cs: 'Požadovaný způsob vyřízení',
      sk: 'Požadovaný spôsob vybavenia',
      pl: 'Oczekiwany sposób załatwienia',
      de: 'Gewünschte Lösung',
    },
    {
      filterable: true,
      options: REMEDIES,
    },
  ),
  field(
    'remedy_offered',
    'choice',
    {
      en: 'Remedy offered',
      cs: 'Nabídnutý způsob vyřízení',
      sk: 'Ponúknutý spôsob vybavenia',
      pl: 'Proponowany sposób załatwienia',
      de: 'Angebotene Lösung',
    },
    {
      options: REMEDIES,
    },
  ),
  field(
    'remedy_agreed',
    'choice',
    {
      en: 'Remedy agreed',
      cs: 'Dohodnutý způsob vyřízení',
      sk: 'Dohodnutý spôsob vybavenia',
      pl: 'Uzgodniony sposób załatwienia',
      de: 'Vereinbarte Lösung',
    },
    {
      filterable: true,
      options: REMEDIES,
    },
  ),

  // Handling
  field(
    'goods_location',
    'choice',
    {
      en: 'Where the goods are',
      cs: 'Kde je zboží',
      sk: 'Kde je tovar',
      pl: 'Gdzie jest towar',
      de: 'Wo die Ware ist',
    },
    {
      filterable: true,
      options: {
        customer: {
          en: 'With the customer',
          cs: 'U zákazníka',
          sk: 'U zákazníka',
          pl: 'U klienta',
          de: 'Beim Kunden',
        },
        transit: { en: 'In transit', cs: 'Na cestě', sk: 'Na ceste', pl: 'W drodze', de: 'Unterwegs' },
        shop: { en: 'Shop', cs: 'Prodejna', sk: 'Predajňa', pl: 'Sklep', de: 'Geschäft' },
        workshop: {
          en: 'Our workshop',
          cs: 'Naše dílna',
          sk: 'Naša dielňa',
          pl: 'Nasz warsztat',
          de: 'Eigene Werkstatt',
        },
        partner: {
          en: 'Service partner',
          cs: 'Servisní partner',
          sk: 'Servisný partner',
          pl: 'Serwis partnerski',
          de: 'Servicepartner',
        },
        warehouse: { en: 'Warehouse', cs: 'Sklad', sk: 'Sklad', pl: 'Magazyn', de: 'Lager' },
      },
    },
  ),
  field(
    'partner',
    'text',
    {
      en: 'Service partner',
      cs: 'Servisní partner',
      sk: 'Servisný partner',
      pl: 'Serwis partnerski',
      de: 'Servicepartner',
    },
    { filterable: true },
  ),
  field(
    'partner_number',
    'text',
    {
      en: 'Partner’s number',
      cs: 'Číslo u partnera',
      sk: 'Číslo u partnera',
      pl: 'Numer u partnera',
      de: 'Nummer beim Partner',
    },
    { filterable: true },
  ),
  field('inspection', 'long-text', {
    en: 'Inspection result',
    cs: 'Výsledek posouzení',
    sk: 'Výsledok posúdenia',
    pl: 'Wynik oględzin',
    de: 'Prüfergebnis',
  }),
  field('condition_found', 'long-text', {
    en: 'Condition found',
    cs: 'Zjištěný stav',
    sk: 'Zistený stav',
    pl: 'Stwierdzony stan',
    de: 'Festgestellter Zustand',
  }),
  field(
    'root_cause',
    'choice',
    { en: 'Root cause', cs: 'Příčina', sk: 'Príčina', pl: 'Przyczyna', de: 'Ursache' },
    {
      filterable: true,
      options: {
        material: { en: 'Material', cs: 'Materiál', sk: 'Materiál', pl: 'Materiał', de: 'Material' },
        manufacture: { en: 'Manufacture', cs: 'Výroba', sk: 'Výroba', pl: 'Produkcja', de: 'Herstellung' },
        design: { en: 'Design', cs: 'Konstrukce', sk: 'Konštrukcia', pl: 'Konstrukcja', de: 'Konstruktion' },
        transport: { en: 'Transport', cs: 'Přeprava', sk: 'Preprava', pl: 'Transport', de: 'Transport' },
        wear: {
          en: 'Normal wear',
          cs: 'Běžné opotřebení',
          sk: 'Bežné opotrebovanie',
          pl: 'Normalne zużycie',
          de: 'Normaler Verschleiß',
        },
        use: {
          en: 'Use or care',
          cs: 'Používání nebo údržba',
          sk: 'Používanie alebo údržba',
          pl: 'Użytkowanie lub konserwacja',
          de: 'Gebrauch oder Pflege',
        },
        none: {
          en: 'No fault found',
          cs: 'Závada nezjištěna',
          sk: 'Vada nezistená',
          pl: 'Nie stwierdzono usterki',
          de: 'Kein Fehler gefunden',
        },
      },
    },
  ),
  field('cost', 'money', {
    en: 'Our cost',
    cs: 'Naše náklady',
    sk: 'Naše náklady',
    pl: 'Nasze koszty',
    de: 'Unsere Kosten',
  }),
  field('tracking_in', 'text', {
    en: 'Parcel to us',
    cs: 'Zásilka k nám',
    sk: 'Zásielka k nám',
    pl: 'Paczka do nas',
    de: 'Paket an uns',
  }),
  field('tracking_out', 'text', {
    en: 'Parcel to the customer',
    cs: 'Zásilka k zákazníkovi',
    sk: 'Zásielka k zákazníkovi',
    pl: 'Paczka do klienta',
    de: 'Paket an den Kunden',
  }),

  // The decision
  field(
    'decision',
    'choice',
    { en: 'Decision', cs: 'Rozhodnutí', sk: 'Rozhodnutie', pl: 'Decyzja', de: 'Entscheidung' },
    {
      filterable: true,
      options: {
        accepted: { en: 'Accepted', cs: 'Uznáno', sk: 'Uznané', pl: 'Uznano', de: 'Anerkannt' },
        partly: {
          en: 'Partly accepted',
          cs: 'Uznáno částečně',
          sk: 'Uznané čiastočne',
          pl: 'Uznano częściowo',
          de: 'Teilweise anerkannt',
        },
        rejected: {
          en: 'Not accepted',
          cs: 'Neuznáno',
          sk: 'Neuznané',
          pl: 'Nie uznano',
          de: 'Nicht anerkannt',
        },
      },
    },
  ),
  field(
    'reason_code',
    'choice',
    { en: 'Reason code', cs: 'Kód důvodu', sk: 'Kód dôvodu', pl: 'Kod powodu', de: 'Grund (Kategorie)' },
    {
      filterable: true,
      options: {
        covered: {
          en: 'Covered fault',
          cs: 'Uznaná vada',
          sk: 'Uznaná vada',
          pl: 'Uznana wada',
          de: 'Anerkannter Mangel',
        },
        wear: {
          en: 'Normal wear',
          cs: 'Běžné opotřebení',
          sk: 'Bežné opotrebovanie',
          pl: 'Normalne zużycie',
          de: 'Normaler Verschleiß',
        },
        damage: {
          en: 'Damage from outside',
          cs: 'Vnější poškození',
          sk: 'Vonkajšie poškodenie',
          pl: 'Uszkodzenie z zewnątrz',
          de: 'Äußere Beschädigung',
        },
        care: {
          en: 'Care or limescale',
          cs: 'Údržba nebo vodní kámen',
          sk: 'Údržba alebo vodný kameň',
          pl: 'Konserwacja lub kamień',
          de: 'Pflege oder Kalk',
        },
        'no-fault': {
          en: 'No fault found',
          cs: 'Závada nezjištěna',
          sk: 'Vada nezistená',
          pl: 'Nie stwierdzono usterki',
          de: 'Kein Fehler gefunden',
        },
        used: {
          en: 'Used beyond a trial',
          cs: 'Použito nad rámec vyzkoušení',
          sk: 'Použité nad rámec vyskúšania',
          pl: 'Używane ponad wypróbowanie',
          de: 'Mehr als ausprobiert',
        },
        late: {
          en: 'After the time limit',
          cs: 'Po lhůtě',
          sk: 'Po lehote',
          pl: 'Po terminie',
          de: 'Nach Fristablauf',
        },
      },
    },
  ),
  field('decision_reason', 'long-text', {
    en: 'Reason for the decision',
    cs: 'Zdůvodnění rozhodnutí',
    sk: 'Odôvodnenie rozhodnutia',
    pl: 'Uzasadnienie decyzji',
    de: 'Begründung',
  }),
  field('legal_basis', 'text', {
    en: 'Legal basis',
    cs: 'Právní základ',
    sk: 'Právny základ',
    pl: 'Podstawa prawna',
    de: 'Rechtsgrundlage',
  }),
  field('decided_by', 'text', {
    en: 'Decided by',
    cs: 'Rozhodl(a)',
    sk: 'Rozhodol(-la)',
    pl: 'Decyzję podjął',
    de: 'Entschieden von',
  }),
  field('decided_on', 'date', {
    en: 'Decided on',
    cs: 'Datum rozhodnutí',
    sk: 'Dátum rozhodnutia',
    pl: 'Data decyzji',
    de: 'Entschieden am',
  }),
  field(
    'customer_view',
    'choice',
    {
      en: 'Customer’s view',
      cs: 'Stanovisko zákazníka',
      sk: 'Stanovisko zákazníka',
      pl: 'Stanowisko klienta',
      de: 'Haltung des Kunden',
    },
    {
      filterable: true,
      options: {
        agrees: { en: 'Agrees', cs: 'Souhlasí', sk: 'Súhlasí', pl: 'Zgadza się', de: 'Einverstanden' },
        disputes: {
          en: 'Disputes',
          cs: 'Nesouhlasí',
          sk: 'Nesúhlasí',
          pl: 'Nie zgadza się',
          de: 'Widerspricht',
        },
      },
    },
  ),

  // The settlement
  field('repair_done', 'long-text', {
    en: 'What was repaired',
    cs: 'Provedená oprava',
    sk: 'Vykonaná oprava',
    pl: 'Co naprawiono',
    de: 'Was repariert wurde',
  }),
  field('repair_duration', 'number', {
    en: 'Days in repair',
    cs: 'Dní v opravě',
    sk: 'Dní v oprave',
    pl: 'Dni w naprawie',
    de: 'Tage in Reparatur',
  }),
  field('replacement', 'text', {
    en: 'Replaced by',
    cs: 'Vyměněno za',
    sk: 'Vymenené za',
    pl: 'Wymieniono na',
    de: 'Ersetzt durch',
  }),
  field('refund_amount', 'money', {
    en: 'Amount refunded',
    cs: 'Vrácená částka',
    sk: 'Vrátená suma',
    pl: 'Zwrócona kwota',
    de: 'Erstatteter Betrag',
  }),
  field('refunded_on', 'date', {
    en: 'Refunded on',
    cs: 'Peníze odeslány',
    sk: 'Peniaze odoslané',
    pl: 'Pieniądze wysłano',
    de: 'Erstattet am',
  }),
  field('credit_note', 'text', {
    en: 'Credit note',
    cs: 'Dobropis',
    sk: 'Dobropis',
    pl: 'Faktura korygująca',
    de: 'Gutschrift',
  }),
  field('new_guarantee_until', 'date', {
    en: 'New guarantee until',
    cs: 'Nová záruka do',
    sk: 'Nová záruka do',
    pl: 'Nowa gwarancja do',
    de: 'Neue Garantie bis',
  }),

  ...REPAIR_AND_SERVICE_FIELDS,
]
