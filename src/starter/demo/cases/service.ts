import { ago, type Case, customer, letter, move, note, photo, shop } from '../story.ts'

/** The complaint about service to show: the shop has made a proposal. */
export const COMPLAINTS_TO_SHOW: readonly Case[] = [
  {
    type: 'service',
    locale: 'pl',
    name: 'Agnieszka Kowalczyk',
    reach: 'both',
    product: 'lamp',
    boughtAgo: 15,
    madeAgo: 8,
    dueAfter: 14,
    dueByHand: true,
    values: {
      channel: 'email',
      complaint_about: 'delivery',
      what_happened:
        'Lampa miała przyjść między 9 a 12. Kurier zjawił się o 18:40, bez uprzedzenia, a karton był zgnieciony. Na dwa telefony w ciągu dnia nikt nie odebrał.',
      happened_on: ago(12),
      wish: 'Zwrotu kosztów dostawy i wyjaśnienia, dlaczego nikt nie dał znać.',
      findings:
        'Przewoźnik zmienił trasę o 11:10 i nie wysłał SMS-a. Nasza infolinia była tego dnia od 13:00 bez obsady, nikt nie przełączył telefonu.',
      proposed_solution:
        'Zwrócimy koszt dostawy 49 zł i dodamy bon na 50 zł na kolejne zakupy. Jeśli po rozpakowaniu lampa ma choćby rysę, wymienimy ją na nową i odbierzemy starą na nasz koszt.',
    },
    story: [
      photo(8, 'zgnieciony-karton.jpg', 'parcel-crushed'),
      move(7, 'acknowledged'),
      letter(
        7,
        'potwierdzenie-skargi.pdf',
        'complaint-confirmation',
        'Dostawa siedem godzin po umówionym czasie, bez uprzedzenia. Zgnieciony karton. Brak odpowiedzi na dwa telefony.',
      ),
      shop(
        7,
        'Dzień dobry, dziękujemy za zgłoszenie i zdjęcie. Sprawdzamy u przewoźnika, co się stało, i odpowiemy w ciągu tygodnia. Czy lampa jest cała?',
      ),
      move(6, 'investigating'),
      customer(5, 'Lampa świeci, ale jeszcze nie sprawdziłam podstawy. Dam znać.'),
      note(2, 'Infolinia po południu bez obsady, porozmawiać z kierowniczką zmiany.'),
      move(1, 'proposed-solution'),
      shop(
        1,
        'Kurier zmienił trasę i nie dał Państwu znać, a u nas nikt nie odebrał telefonu. Przepraszamy za cały stracony dzień. Naszą propozycję znajdą Państwo na tej stronie. Czy to Państwu odpowiada?',
      ),
    ],
  },
]
