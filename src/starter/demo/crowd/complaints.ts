import type { Words } from '../../starter-type.ts'

/** A complaint about service, what came out of it and how it is answered. */
export type Complaint = {
  about: 'staff' | 'delivery' | 'communication' | 'price' | 'other'
  outcome: 'accepted' | 'partly' | 'rejected'
  happened: Words
  wish: Words
  findings: Words
  proposal: Words
  answer: Words
  measures: Words
}

export const COMPLAINTS: readonly Complaint[] = [
  {
    about: 'delivery',
    outcome: 'accepted',
    happened: {
      en: 'The courier left the parcel at the gate in the rain and did not ring. The box was soaked.',
      cs: 'Kurýr nechal balík v dešti u branky a ani nezazvonil. Krabice byla promočená.',
      sk: 'Kuriér nechal balík v daždi pri bránke a ani nezazvonil. Škatuľa bola premočená.',
      pl: 'Kurier zostawił paczkę w deszczu przy furtce i nawet nie zadzwonił. Karton był przemoczony.',
      de: 'Der Bote ließ das Paket im Regen am Gartentor liegen und klingelte nicht. Der Karton war durchnässt.',
    },
    wish: {
      en: 'Delivery to the door next time, and the postage back.',
      cs: 'Příště doručit ke dveřím a vrátit poštovné.',
      sk: 'Nabudúce doručiť k dverám a vrátiť poštovné.',
      pl: 'Dostawy do drzwi następnym razem i zwrotu kosztów przesyłki.',
      de: 'Nächstes Mal Lieferung bis zur Tür und das Porto zurück.',
    },
    findings: {
      en: 'The record of the carrier lacks a signature and a photo. The carrier admitted the mistake.',
      cs: 'V záznamu dopravce chybí podpis i fotografie předání. Dopravce chybu uznal.',
      sk: 'V zázname dopravcu chýba podpis aj fotografia odovzdania. Dopravca chybu uznal.',
      pl: 'W zapisie przewoźnika brakuje podpisu i zdjęcia. Przewoźnik przyznał się do błędu.',
      de: 'Im Protokoll des Paketdienstes fehlen Unterschrift und Foto. Er hat den Fehler eingeräumt.',
    },
    proposal: {
      en: 'We pay the postage back. If anything inside is damaged, we replace it.',
      cs: 'Vrátíme vám poštovné. Pokud je uvnitř něco poškozené, vyměníme to.',
      sk: 'Vrátime vám poštovné. Ak je vnútri niečo poškodené, vymeníme to.',
      pl: 'Zwrócimy koszt przesyłki. Jeśli coś w środku jest uszkodzone, wymienimy to.',
      de: 'Wir erstatten Ihnen das Porto. Ist im Paket etwas beschädigt, ersetzen wir es.',
    },
    answer: {
      en: 'The courier should have rung. We are sorry, and the postage goes back to you.',
      cs: 'Kurýr měl zazvonit a nezazvonil. Omlouváme se a poštovné vám vracíme.',
      sk: 'Kuriér mal zazvoniť a nezazvonil. Ospravedlňujeme sa a poštovné vám vraciame.',
      pl: 'Kurier powinien był zadzwonić. Przepraszamy i zwracamy koszt przesyłki.',
      de: 'Der Bote hätte klingeln müssen. Wir bitten um Entschuldigung und erstatten das Porto.',
    },
    measures: {
      en: 'Carrier warned, delivery only against a signature.',
      cs: 'Dopravce upozorněn, doručovat jen proti podpisu.',
      sk: 'Dopravca upozornený, doručovať len proti podpisu.',
      pl: 'Przewoźnik upomniany, doręczanie tylko za podpisem.',
      de: 'Paketdienst ermahnt, Zustellung nur gegen Unterschrift.',
    },
  },
  {
    about: 'staff',
    outcome: 'partly',
    happened: {
      en: 'In the shop they did not accept the receipt in my phone and sent me home for the paper one. The tone was unpleasant.',
      cs: 'Na prodejně nechtěli uznat účtenku v telefonu a poslali mě domů pro papírovou. Tón byl nepříjemný.',
      sk: 'Na predajni nechceli uznať doklad v telefóne a poslali ma domov po papierový. Tón bol nepríjemný.',
      pl: 'W sklepie nie chcieli uznać paragonu w telefonie i odesłali mnie do domu po papierowy. Ton był nieprzyjemny.',
      de: 'Im Geschäft wollte man den Beleg auf dem Handy nicht anerkennen und schickte mich nach Hause. Der Ton war unfreundlich.',
    },
    wish: {
      en: 'An apology.',
      cs: 'Omluvu.',
      sk: 'Ospravedlnenie.',
      pl: 'Przeprosin.',
      de: 'Eine Entschuldigung.',
    },
    findings: {
      en: 'Two colleagues confirm the refusal, not the tone. A receipt in a phone is enough.',
      cs: 'Dva kolegové odmítnutí potvrdili, tón ne. Účtenka v telefonu přitom stačí.',
      sk: 'Dvaja kolegovia odmietnutie potvrdili, tón nie. Doklad v telefóne pritom stačí.',
      pl: 'Dwie osoby z zespołu potwierdzają odmowę, ale nie ton. Paragon w telefonie wystarcza.',
      de: 'Zwei Kollegen bestätigen die Ablehnung, nicht den Ton. Ein Beleg auf dem Handy genügt.',
    },
    proposal: {
      en: 'We settle the matter with the receipt in your phone, and the head of the shop calls you.',
      cs: 'Vše vyřídíme s účtenkou v telefonu a vedoucí prodejny vám zavolá.',
      sk: 'Všetko vybavíme s dokladom v telefóne a vedúci predajne vám zavolá.',
      pl: 'Załatwimy sprawę na podstawie paragonu w telefonie, a kierownik sklepu do Państwa zadzwoni.',
      de: 'Wir erledigen alles mit dem Beleg auf Ihrem Handy, und die Filialleitung ruft Sie an.',
    },
    answer: {
      en: 'The receipt in your phone is enough, and we are sorry that we sent you home. Those present describe the tone differently, so we cannot decide on that.',
      cs: 'Účtenka v telefonu stačí a za cestu domů se omlouváme. Jak rozhovor zněl, popisují přítomní různě, a tak to rozhodnout neumíme.',
      sk: 'Doklad v telefóne stačí a za cestu domov sa ospravedlňujeme. Ako rozhovor znel, opisujú prítomní rôzne, a tak to rozhodnúť nevieme.',
      pl: 'Paragon w telefonie wystarczy i przepraszamy za odesłanie do domu. Przebieg rozmowy obecni opisują różnie, więc nie możemy tego rozstrzygnąć.',
      de: 'Der Beleg auf dem Handy genügt, und für den Weg nach Hause bitten wir um Entschuldigung. Den Ton schildern die Anwesenden unterschiedlich, darüber können wir nicht entscheiden.',
    },
    measures: {
      en: 'Rule on receipts in phones explained to the team.',
      cs: 'Týmu vysvětleno, že účtenka v telefonu stačí.',
      sk: 'Tímu vysvetlené, že doklad v telefóne stačí.',
      pl: 'Wyjaśniono zespołowi, że paragon w telefonie wystarczy.',
      de: 'Dem Team erklärt, dass ein Beleg auf dem Handy genügt.',
    },
  },
  {
    about: 'communication',
    outcome: 'accepted',
    happened: {
      en: 'Nobody answered my two e-mails for nine days, and the phone was engaged.',
      cs: 'Na dva e-maily mi devět dní nikdo neodpověděl a telefon byl obsazený.',
      sk: 'Na dva e-maily mi deväť dní nikto neodpovedal a telefón bol obsadený.',
      pl: 'Przez dziewięć dni nikt nie odpowiedział na dwa moje e-maile, a telefon był zajęty.',
      de: 'Neun Tage lang hat niemand auf meine zwei E-Mails geantwortet, und das Telefon war besetzt.',
    },
    wish: {
      en: 'An answer, and a number where I reach somebody.',
      cs: 'Odpověď a telefon, na který se dovolám.',
      sk: 'Odpoveď a telefón, na ktorý sa dovolám.',
      pl: 'Odpowiedzi i numeru, pod który można się dodzwonić.',
      de: 'Eine Antwort und eine Nummer, unter der ich jemanden erreiche.',
    },
    findings: {
      en: 'Both e-mails lay in the junk folder of the shared mailbox.',
      cs: 'Oba e-maily ležely ve spamu společné schránky.',
      sk: 'Oba e-maily ležali v spame spoločnej schránky.',
      pl: 'Oba e-maile trafiły do spamu we wspólnej skrzynce.',
      de: 'Beide E-Mails lagen im Spamordner des gemeinsamen Postfachs.',
    },
    proposal: {
      en: 'We answer your question today and call you at a time that suits you.',
      cs: 'Na váš dotaz odpovíme dnes a zavoláme vám, kdy se vám to hodí.',
      sk: 'Na vašu otázku odpovieme dnes a zavoláme vám, kedy vám to vyhovuje.',
      pl: 'Odpowiemy na pytanie dzisiaj i zadzwonimy w dogodnym dla Państwa czasie.',
      de: 'Wir beantworten Ihre Frage heute und rufen Sie an, wann es Ihnen passt.',
    },
    answer: {
      en: 'Your e-mails got stuck in our filter. That is our mistake, and we are sorry.',
      cs: 'Vaše e-maily zůstaly v našem filtru. Je to naše chyba a omlouváme se.',
      sk: 'Vaše e-maily zostali v našom filtri. Je to naša chyba a ospravedlňujeme sa.',
      pl: 'Państwa e-maile utknęły w naszym filtrze. To nasz błąd, przepraszamy.',
      de: 'Ihre E-Mails blieben in unserem Filter hängen. Das ist unser Fehler, wir bitten um Entschuldigung.',
    },
    measures: {
      en: 'Junk folder is now read every morning.',
      cs: 'Spam se nyní čte každé ráno.',
      sk: 'Spam sa teraz číta každé ráno.',
      pl: 'Folder spamu jest teraz sprawdzany co rano.',
      de: 'Der Spamordner wird jetzt jeden Morgen durchgesehen.',
    },
  },
  {
    about: 'price',
    outcome: 'accepted',
    happened: {
      en: 'The page promised free delivery, but the invoice has postage on it.',
      cs: 'Na stránce byla doprava zdarma, na faktuře je ale poštovné.',
      sk: 'Na stránke bola doprava zadarmo, na faktúre je však poštovné.',
      pl: 'Na stronie była darmowa dostawa, a na fakturze jest koszt przesyłki.',
      de: 'Auf der Seite stand kostenlose Lieferung, auf der Rechnung steht aber Porto.',
    },
    wish: {
      en: 'The postage back.',
      cs: 'Vrátit poštovné.',
      sk: 'Vrátiť poštovné.',
      pl: 'Zwrotu kosztów przesyłki.',
      de: 'Das Porto zurück.',
    },
    findings: {
      en: 'The offer ended at midnight, but the page showed it until noon.',
      cs: 'Akce skončila o půlnoci, stránka ji ukazovala do poledne.',
      sk: 'Akcia sa skončila o polnoci, stránka ju ukazovala do obeda.',
      pl: 'Promocja skończyła się o północy, strona pokazywała ją do południa.',
      de: 'Die Aktion endete um Mitternacht, die Seite zeigte sie bis Mittag.',
    },
    proposal: {
      en: 'We pay the postage back to your account.',
      cs: 'Poštovné vám vrátíme na účet.',
      sk: 'Poštovné vám vrátime na účet.',
      pl: 'Zwrócimy koszt przesyłki na Państwa konto.',
      de: 'Wir erstatten das Porto auf Ihr Konto.',
    },
    answer: {
      en: 'The page showed the offer when you ordered, so it holds. We are sorry and pay the postage back.',
      cs: 'Když jste objednávali, stránka nabídku ukazovala, takže platí. Omlouváme se a poštovné vracíme.',
      sk: 'Keď ste objednávali, stránka ponuku ukazovala, takže platí. Ospravedlňujeme sa a poštovné vraciame.',
      pl: 'W chwili zamówienia strona pokazywała promocję, więc obowiązuje. Przepraszamy i zwracamy koszt przesyłki.',
      de: 'Als Sie bestellten, zeigte die Seite das Angebot, also gilt es. Wir bitten um Entschuldigung und erstatten das Porto.',
    },
    measures: {
      en: 'Offers now end on the page by themselves.',
      cs: 'Akce se na stránce nyní vypínají samy.',
      sk: 'Akcie sa na stránke teraz vypínajú samy.',
      pl: 'Promocje na stronie wyłączają się teraz same.',
      de: 'Aktionen enden auf der Seite jetzt von selbst.',
    },
  },
  {
    about: 'price',
    outcome: 'rejected',
    happened: {
      en: 'I am to pay for the diagnosis although nothing was repaired. Nobody told me before.',
      cs: 'Mám platit diagnostiku, i když se nic neopravilo. Nikdo mi to předem neřekl.',
      sk: 'Mám platiť diagnostiku, hoci sa nič neopravilo. Nikto mi to vopred nepovedal.',
      pl: 'Mam zapłacić za diagnostykę, choć nic nie naprawiono. Nikt mnie o tym nie uprzedził.',
      de: 'Ich soll die Fehlersuche bezahlen, obwohl nichts repariert wurde. Das hat mir vorher niemand gesagt.',
    },
    wish: {
      en: 'Not to pay for the diagnosis.',
      cs: 'Diagnostiku neplatit.',
      sk: 'Diagnostiku neplatiť.',
      pl: 'Rezygnacji z opłaty za diagnostykę.',
      de: 'Die Fehlersuche nicht bezahlen müssen.',
    },
    findings: {
      en: 'The price of the diagnosis is on the signed intake sheet.',
      cs: 'Cena diagnostiky je na podepsaném přijímacím listu.',
      sk: 'Cena diagnostiky je na podpísanom prijímacom liste.',
      pl: 'Cena diagnostyki jest na podpisanym protokole przyjęcia.',
      de: 'Der Preis der Fehlersuche steht auf dem unterschriebenen Annahmeschein.',
    },
    proposal: {
      en: 'If you buy a new device from us, we deduct the diagnosis.',
      cs: 'Pokud si u nás koupíte nový přístroj, cenu diagnostiky odečteme.',
      sk: 'Ak si u nás kúpite nový prístroj, cenu diagnostiky odpočítame.',
      pl: 'Przy zakupie nowego urządzenia u nas odliczymy cenę diagnostyki.',
      de: 'Wenn Sie bei uns ein neues Gerät kaufen, rechnen wir die Fehlersuche an.',
    },
    answer: {
      en: 'The price of the diagnosis is on the intake sheet that you signed. The technician did the work, so we charge it.',
      cs: 'Cena diagnostiky je na přijímacím listu, který jste podepsali. Technik práci udělal, proto ji účtujeme.',
      sk: 'Cena diagnostiky je na prijímacom liste, ktorý ste podpísali. Technik prácu urobil, preto ju účtujeme.',
      pl: 'Cena diagnostyki jest na protokole przyjęcia, który Państwo podpisali. Technik wykonał tę pracę, dlatego ją rozliczamy.',
      de: 'Der Preis der Fehlersuche steht auf dem Annahmeschein, den Sie unterschrieben haben. Die Arbeit wurde gemacht, deshalb berechnen wir sie.',
    },
    measures: {
      en: 'The price of the diagnosis is now also said aloud at the counter.',
      cs: 'Cenu diagnostiky nyní při příjmu také říkáme.',
      sk: 'Cenu diagnostiky teraz pri príjme aj hovoríme.',
      pl: 'Cenę diagnostyki podajemy teraz także ustnie.',
      de: 'Den Preis der Fehlersuche nennen wir bei der Annahme jetzt auch mündlich.',
    },
  },
  {
    about: 'other',
    outcome: 'partly',
    happened: {
      en: 'The shop was closed at half past three although the page says half past four. The way was for nothing.',
      cs: 'Prodejna měla v půl čtvrté zavřeno, i když na webu je do půl páté. Cesta byla zbytečná.',
      sk: 'Predajňa bola o pol štvrtej zatvorená, hoci na webe je do pol piatej. Cesta bola zbytočná.',
      pl: 'Sklep był zamknięty o wpół do czwartej, choć na stronie jest do wpół do piątej. Cała droga na darmo.',
      de: 'Das Geschäft war um halb vier zu, obwohl auf der Seite halb fünf steht. Der Weg war umsonst.',
    },
    wish: {
      en: 'The fare back.',
      cs: 'Proplatit jízdné.',
      sk: 'Preplatiť cestovné.',
      pl: 'Zwrotu kosztów dojazdu.',
      de: 'Die Fahrtkosten zurück.',
    },
    findings: {
      en: 'Closed early because of illness. The note was on the door, not on the web.',
      cs: 'Zavřeno dřív kvůli nemoci. Cedule byla na dveřích, na webu ne.',
      sk: 'Zatvorené skôr pre chorobu. Oznam bol na dverách, na webe nie.',
      pl: 'Zamknięto wcześniej z powodu choroby. Kartka była na drzwiach, na stronie nie.',
      de: 'Wegen Krankheit früher geschlossen. Der Zettel hing an der Tür, auf der Seite stand nichts.',
    },
    proposal: {
      en: 'We bring the goods to your home free of charge.',
      cs: 'Zboží vám dovezeme domů zdarma.',
      sk: 'Tovar vám dovezieme domov zadarmo.',
      pl: 'Dowieziemy towar do domu bezpłatnie.',
      de: 'Wir bringen Ihnen die Ware kostenlos nach Hause.',
    },
    answer: {
      en: 'We closed because of illness, but we should have written it on the web, and we are sorry. We do not pay the fare, but we bring the goods to you.',
      cs: 'Zavřeli jsme kvůli nemoci, na web jsme to ale napsat měli a omlouváme se. Jízdné neproplácíme, zboží vám ale dovezeme.',
      sk: 'Zatvorili sme pre chorobu, na web sme to však napísať mali a ospravedlňujeme sa. Cestovné nepreplácame, tovar vám však dovezieme.',
      pl: 'Zamknęliśmy z powodu choroby, ale należało napisać o tym na stronie, za co przepraszamy. Kosztów dojazdu nie zwracamy, towar jednak dowieziemy.',
      de: 'Wir haben wegen Krankheit geschlossen, hätten es aber auf die Seite schreiben müssen und bitten um Entschuldigung. Fahrtkosten erstatten wir nicht, die Ware bringen wir Ihnen.',
    },
    measures: {
      en: 'Changed hours go on the web first.',
      cs: 'Změny otevírací doby se píšou nejdřív na web.',
      sk: 'Zmeny otváracích hodín sa píšu najprv na web.',
      pl: 'Zmiany godzin najpierw trafiają na stronę.',
      de: 'Geänderte Öffnungszeiten kommen zuerst auf die Seite.',
    },
  },
]
