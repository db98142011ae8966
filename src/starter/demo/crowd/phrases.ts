import type { Words } from '../../starter-type.ts'

/**
 * What shop and customers write, by moment; several texts of one moment are variations. Customers' lines avoid forms
 * that tell whether a man or a woman writes. `{found}`, `{fix}`, `{amount}` and `{place}` are filled in.
 */
export const PHRASES = {
  // Warranty claims
  claimRecorded: [
    {
      en: 'Thank you, your claim is recorded. Please send us the product with the label from the e-mail. We pay the postage.',
      cs: 'Dobrý den, reklamaci jsme přijali. Výrobek nám prosím pošlete se štítkem z e-mailu, poštovné platíme my.',
      sk: 'Dobrý deň, reklamáciu sme prijali. Výrobok nám, prosím, pošlite so štítkom z e-mailu, poštovné platíme my.',
      pl: 'Dzień dobry, reklamację przyjęliśmy. Prosimy odesłać produkt z etykietą z e-maila, za przesyłkę płacimy my.',
      de: 'Guten Tag, Ihre Reklamation ist erfasst. Bitte senden Sie uns das Produkt mit dem Etikett aus der E-Mail, das Porto zahlen wir.',
    },
    {
      en: 'We have your claim. Please pack the product well, best in its own box, and use the label from the e-mail.',
      cs: 'Dobrý den, reklamaci máme. Výrobek prosím dobře zabalte, nejlépe do původní krabice, a použijte štítek z e-mailu.',
      sk: 'Dobrý deň, reklamáciu máme. Výrobok, prosím, dobre zabaľte, najlepšie do pôvodnej škatule, a použite štítok z e-mailu.',
      pl: 'Dzień dobry, mamy Państwa reklamację. Prosimy dobrze zapakować produkt, najlepiej w oryginalny karton, i użyć etykiety z e-maila.',
      de: 'Guten Tag, Ihre Reklamation liegt vor. Bitte verpacken Sie das Produkt gut, am besten im eigenen Karton, und nutzen Sie das Etikett aus der E-Mail.',
    },
  ],
  sent: [
    {
      en: 'I sent the parcel today.',
      cs: 'Balík dnes odešel.',
      sk: 'Balík dnes odišiel.',
      pl: 'Paczka została dziś nadana.',
      de: 'Ich habe das Paket heute aufgegeben.',
    },
    {
      en: 'Sent today, the receipt is inside.',
      cs: 'Dnes posílám, účtenka je uvnitř.',
      sk: 'Dnes posielam, doklad je vnútri.',
      pl: 'Wysyłam dziś, paragon jest w środku.',
      de: 'Heute verschickt, der Beleg liegt bei.',
    },
  ],
  onBench: [
    {
      en: 'The product is on the test bench. We write to you what we find.',
      cs: 'Výrobek máme na zkušebním stole. Co zjistíme, vám napíšeme.',
      sk: 'Výrobok máme na skúšobnom stole. Čo zistíme, vám napíšeme.',
      pl: 'Produkt jest na stanowisku testowym. Napiszemy, co ustaliliśmy.',
      de: 'Das Produkt liegt auf dem Prüfstand. Wir schreiben Ihnen, was wir feststellen.',
    },
  ],
  whenNews: [
    {
      en: 'When can I expect news?',
      cs: 'Kdy mohu čekat zprávu?',
      sk: 'Kedy môžem čakať správu?',
      pl: 'Kiedy mogę spodziewać się wiadomości?',
      de: 'Wann kann ich mit einer Nachricht rechnen?',
    },
    {
      en: 'Is there anything new?',
      cs: 'Je prosím něco nového?',
      sk: 'Je, prosím, niečo nové?',
      pl: 'Czy jest coś nowego?',
      de: 'Gibt es etwas Neues?',
    },
  ],
  question: [
    {
      en: 'We tried it for two days, and the fault did not show. Please tell us when and how often it happens. A short video helps.',
      cs: 'Zkoušeli jsme to dva dny a závada se neprojevila. Napište nám prosím, kdy a jak často se to děje. Pomůže i krátké video.',
      sk: 'Skúšali sme to dva dni a porucha sa neprejavila. Napíšte nám, prosím, kedy a ako často sa to deje. Pomôže aj krátke video.',
      pl: 'Sprawdzaliśmy to dwa dni i usterka się nie pojawiła. Prosimy napisać, kiedy i jak często się to dzieje. Pomoże też krótki film.',
      de: 'Wir haben es zwei Tage probiert, und der Fehler trat nicht auf. Bitte schreiben Sie uns, wann und wie oft es passiert. Ein kurzes Video hilft.',
    },
    {
      en: 'We need one more thing from you: since when does the fault show, and at which setting?',
      cs: 'Potřebujeme od vás ještě jednu věc: odkdy se závada objevuje a při jakém nastavení?',
      sk: 'Potrebujeme od vás ešte jednu vec: odkedy sa porucha objavuje a pri akom nastavení?',
      pl: 'Potrzebujemy jeszcze jednej informacji: od kiedy pojawia się usterka i przy jakim ustawieniu?',
      de: 'Wir brauchen noch eine Angabe: Seit wann zeigt sich der Fehler und bei welcher Einstellung?',
    },
  ],
  supplierNote: [
    {
      en: 'Third one from this batch. Ask the supplier before we answer.',
      cs: 'Třetí kus z této série. Než odpovíme, zeptat se dodavatele.',
      sk: 'Tretí kus z tejto série. Skôr než odpovieme, opýtať sa dodávateľa.',
      pl: 'Trzecia sztuka z tej serii. Przed odpowiedzią zapytać dostawcę.',
      de: 'Das dritte Stück aus dieser Serie. Vor der Antwort beim Lieferanten nachfragen.',
    },
  ],
  partnerNote: [
    {
      en: 'Handed to the service of the maker, they say ten days.',
      cs: 'Předáno servisu výrobce, slibují deset dní.',
      sk: 'Odovzdané servisu výrobcu, sľubujú desať dní.',
      pl: 'Przekazano do serwisu producenta, obiecują dziesięć dni.',
      de: 'An den Service des Herstellers gegeben, zehn Tage zugesagt.',
    },
  ],
  acceptedRepair: [
    {
      en: '{found} We accept the claim and repair the product free of charge.',
      cs: '{found} Reklamaci uznáváme a výrobek bezplatně opravíme.',
      sk: '{found} Reklamáciu uznávame a výrobok bezplatne opravíme.',
      pl: '{found} Uznajemy reklamację i bezpłatnie naprawimy produkt.',
      de: '{found} Wir erkennen die Reklamation an und reparieren das Produkt kostenlos.',
    },
  ],
  acceptedReplacement: [
    {
      en: '{found} A repair would not last, so you get a new one.',
      cs: '{found} Oprava by nevydržela, proto dostanete nový kus.',
      sk: '{found} Oprava by nevydržala, preto dostanete nový kus.',
      pl: '{found} Naprawa nie byłaby trwała, dlatego otrzymają Państwo nowy egzemplarz.',
      de: '{found} Eine Reparatur würde nicht halten, deshalb erhalten Sie ein neues Stück.',
    },
  ],
  acceptedRefund: [
    {
      en: '{found} It cannot be repaired, and we have no other one. You get {amount} back.',
      cs: '{found} Opravit to nejde a jiný kus nemáme. Vrátíme vám {amount}.',
      sk: '{found} Opraviť sa to nedá a iný kus nemáme. Vrátime vám {amount}.',
      pl: '{found} Naprawa nie jest możliwa, a innego egzemplarza nie mamy. Zwrócimy Państwu {amount}.',
      de: '{found} Reparieren lässt es sich nicht, und ein anderes Stück haben wir nicht. Sie erhalten {amount} zurück.',
    },
  ],
  acceptedDiscount: [
    {
      en: '{found} You can go on using it. As agreed, you keep it and get {amount} back.',
      cs: '{found} Používat se dá dál. Jak jsme se dohodli, výrobek si necháte a vrátíme vám {amount}.',
      sk: '{found} Používať sa dá ďalej. Ako sme sa dohodli, výrobok si necháte a vrátime vám {amount}.',
      pl: '{found} Produktu można dalej używać. Zgodnie z umową zostaje u Państwa, a my zwracamy {amount}.',
      de: '{found} Es lässt sich weiter benutzen. Wie vereinbart behalten Sie es und erhalten {amount} zurück.',
    },
  ],
  partlyReason: [
    {
      en: '{found} We repair that free of charge. The scratches on the surface come from use and are not covered.',
      cs: '{found} To opravíme bezplatně. Škrábance na povrchu vznikly používáním a za ty neodpovídáme.',
      sk: '{found} To opravíme bezplatne. Škrabance na povrchu vznikli používaním a za tie nezodpovedáme.',
      pl: '{found} To naprawimy bezpłatnie. Rysy na powierzchni powstały podczas używania i za nie nie odpowiadamy.',
      de: '{found} Das reparieren wir kostenlos. Die Kratzer auf der Oberfläche stammen vom Gebrauch, dafür haften wir nicht.',
    },
  ],
  damageReason: [
    {
      en: 'The fault comes from a fall, as the dented corner shows. We answer for faults in material and making, and we found none.',
      cs: 'Závada vznikla pádem, ukazuje to promáčklý roh. Odpovídáme za vady materiálu a výroby, a žádnou jsme nenašli.',
      sk: 'Porucha vznikla pádom, ukazuje to preliačený roh. Zodpovedáme za chyby materiálu a výroby a žiadnu sme nenašli.',
      pl: 'Usterka powstała wskutek upadku, świadczy o tym wgnieciony róg. Odpowiadamy za wady materiału i wykonania, a żadnej nie znaleźliśmy.',
      de: 'Der Fehler kommt von einem Sturz, das zeigt die eingedrückte Ecke. Wir haften für Fehler in Material und Herstellung und haben keinen gefunden.',
    },
  ],
  noFaultReason: [
    {
      en: 'We tested the product for three days, and the fault did not show once. All measured values are in order.',
      cs: 'Výrobek jsme zkoušeli tři dny a závada se neprojevila ani jednou. Všechny naměřené hodnoty jsou v pořádku.',
      sk: 'Výrobok sme skúšali tri dni a porucha sa neprejavila ani raz. Všetky namerané hodnoty sú v poriadku.',
      pl: 'Testowaliśmy produkt przez trzy dni i usterka ani razu się nie pojawiła. Wszystkie zmierzone wartości są prawidłowe.',
      de: 'Wir haben das Produkt drei Tage getestet, und der Fehler trat kein einziges Mal auf. Alle Messwerte sind in Ordnung.',
    },
  ],
  decided: [
    {
      en: 'We have decided. The reason is on this page.',
      cs: 'Rozhodli jsme. Zdůvodnění najdete na této stránce.',
      sk: 'Rozhodli sme. Zdôvodnenie nájdete na tejto stránke.',
      pl: 'Podjęliśmy decyzję. Uzasadnienie jest na tej stronie.',
      de: 'Wir haben entschieden. Die Begründung steht auf dieser Seite.',
    },
  ],
  dispute: [
    {
      en: 'I do not agree. The fault was there from the first week. Please look at it once more.',
      cs: 'S tím nesouhlasím. Závada tam byla od prvního týdne. Podívejte se na to prosím znovu.',
      sk: 'S tým nesúhlasím. Porucha tam bola od prvého týždňa. Pozrite sa na to, prosím, znova.',
      pl: 'Nie zgadzam się z tym. Usterka była od pierwszego tygodnia. Proszę sprawdzić to ponownie.',
      de: 'Damit bin ich nicht einverstanden. Der Fehler war von der ersten Woche an da. Bitte sehen Sie es sich noch einmal an.',
    },
  ],
  ready: [
    {
      en: 'All is done. The product is waiting for you at {place}.',
      cs: 'Hotovo. Výrobek na vás čeká na adrese {place}.',
      sk: 'Hotovo. Výrobok na vás čaká na adrese {place}.',
      pl: 'Gotowe. Produkt czeka na Państwa pod adresem {place}.',
      de: 'Fertig. Das Produkt wartet auf Sie: {place}.',
    },
  ],
  shipped: [
    {
      en: 'The parcel is with the carrier, its number is on this page.',
      cs: 'Balík má dopravce, číslo zásilky najdete na této stránce.',
      sk: 'Balík má dopravca, číslo zásielky nájdete na tejto stránke.',
      pl: 'Paczka jest u przewoźnika, jej numer jest na tej stronie.',
      de: 'Das Paket ist beim Paketdienst, die Nummer steht auf dieser Seite.',
    },
  ],
  thanks: [
    {
      en: 'It has arrived and works. Thank you.',
      cs: 'Dorazilo v pořádku a funguje. Děkuji.',
      sk: 'Dorazilo v poriadku a funguje. Ďakujem.',
      pl: 'Dotarło i działa. Dziękuję.',
      de: 'Gut angekommen, es funktioniert. Danke.',
    },
    {
      en: 'All is well, thank you for the quick work.',
      cs: 'Vše v pořádku, děkuji za rychlé vyřízení.',
      sk: 'Všetko v poriadku, ďakujem za rýchle vybavenie.',
      pl: 'Wszystko w porządku, dziękuję za szybkie załatwienie.',
      de: 'Alles in Ordnung, danke für die schnelle Erledigung.',
    },
  ],
  withdrawClaim: [
    {
      en: 'It has worked for a week without a fault, so I do not want to go on with the claim.',
      cs: 'Už týden to funguje bez závady, v reklamaci pokračovat nechci.',
      sk: 'Už týždeň to funguje bez poruchy, v reklamácii pokračovať nechcem.',
      pl: 'Od tygodnia działa bez usterki, rezygnuję z reklamacji.',
      de: 'Seit einer Woche läuft es ohne Fehler, ich möchte die Reklamation nicht weiterführen.',
    },
  ],
  duplicateNote: [
    {
      en: 'Recorded twice, the other one goes on.',
      cs: 'Zapsáno dvakrát, pokračuje ten druhý případ.',
      sk: 'Zapísané dvakrát, pokračuje ten druhý prípad.',
      pl: 'Zapisano dwa razy, toczy się ta druga sprawa.',
      de: 'Doppelt erfasst, der andere Vorgang läuft weiter.',
    },
  ],

  // Returns
  returnWish: [
    {
      en: 'It does not suit us, please refund the price.',
      cs: 'Nevyhovuje nám to, prosím o vrácení peněz.',
      sk: 'Nevyhovuje nám to, prosím o vrátenie peňazí.',
      pl: 'Produkt nam nie odpowiada, proszę o zwrot pieniędzy.',
      de: 'Es passt nicht zu uns, bitte erstatten Sie den Preis.',
    },
    {
      en: 'It is larger than it looked in the photo, I am sending it back.',
      cs: 'Je to větší, než se zdálo na fotografii, posílám to zpět.',
      sk: 'Je to väčšie, než sa zdalo na fotografii, posielam to späť.',
      pl: 'Wymiary są większe, niż wynikało ze zdjęcia, odsyłam produkt.',
      de: 'Es ist größer, als es auf dem Foto aussah, ich schicke es zurück.',
    },
  ],
  returnConfirmed: [
    {
      en: 'We confirm your return. Please send the product with everything that came with it.',
      cs: 'Dobrý den, vrácení potvrzujeme. Výrobek prosím pošlete se vším, co k němu patří.',
      sk: 'Dobrý deň, vrátenie potvrdzujeme. Výrobok, prosím, pošlite so všetkým, čo k nemu patrí.',
      pl: 'Dzień dobry, potwierdzamy zwrot. Prosimy odesłać produkt ze wszystkim, co do niego należy.',
      de: 'Guten Tag, wir bestätigen die Rückgabe. Bitte senden Sie das Produkt mit allem Zubehör.',
    },
  ],
  parcelHere: [
    {
      en: 'Your parcel is here. We look at it and tell you how much we pay back.',
      cs: 'Balík dorazil. Prohlédneme ho a napíšeme vám, kolik vrátíme.',
      sk: 'Balík dorazil. Prezrieme ho a napíšeme vám, koľko vrátime.',
      pl: 'Paczka dotarła. Sprawdzimy ją i napiszemy, ile zwracamy.',
      de: 'Ihr Paket ist da. Wir prüfen es und schreiben Ihnen, wie viel wir erstatten.',
    },
  ],
  refundFull: [
    {
      en: 'All is in order. You get {amount} back.',
      cs: 'Vše je v pořádku. Vrátíme vám {amount}.',
      sk: 'Všetko je v poriadku. Vrátime vám {amount}.',
      pl: 'Wszystko w porządku. Zwrócimy Państwu {amount}.',
      de: 'Alles ist in Ordnung. Sie erhalten {amount} zurück.',
    },
  ],
  fullReason: [
    {
      en: 'The product came complete and unworn.',
      cs: 'Výrobek přišel úplný a bez opotřebení.',
      sk: 'Výrobok prišiel úplný a bez opotrebenia.',
      pl: 'Produkt dotarł kompletny i bez śladów zużycia.',
      de: 'Das Produkt kam vollständig und ohne Gebrauchsspuren an.',
    },
  ],
  reducedReason: [
    {
      en: 'The product shows traces of use that go beyond trying it out, and a part of the accessories is missing.',
      cs: 'Výrobek nese stopy používání nad rámec vyzkoušení a chybí část příslušenství.',
      sk: 'Výrobok nesie stopy používania nad rámec vyskúšania a chýba časť príslušenstva.',
      pl: 'Produkt nosi ślady używania wykraczające poza wypróbowanie i brakuje części akcesoriów.',
      de: 'Das Produkt zeigt Gebrauchsspuren, die über das Ausprobieren hinausgehen, und ein Teil des Zubehörs fehlt.',
    },
  ],
  refundReduced: [
    {
      en: 'You get {amount} back. The reason for the lower amount is on this page.',
      cs: 'Vrátíme vám {amount}. Důvod nižší částky najdete na této stránce.',
      sk: 'Vrátime vám {amount}. Dôvod nižšej sumy nájdete na tejto stránke.',
      pl: 'Zwrócimy Państwu {amount}. Powód niższej kwoty jest na tej stronie.',
      de: 'Sie erhalten {amount} zurück. Den Grund für den niedrigeren Betrag finden Sie auf dieser Seite.',
    },
  ],
  lateReason: [
    {
      en: 'The return was sent 31 days after delivery. Our time for returns is 14 days.',
      cs: 'Vrácení jste odeslali 31 dní po doručení. Naše lhůta pro vrácení je 14 dní.',
      sk: 'Vrátenie ste odoslali 31 dní po doručení. Naša lehota na vrátenie je 14 dní.',
      pl: 'Zwrot zgłosili Państwo 31 dni po dostawie. Nasz termin na zwrot wynosi 14 dni.',
      de: 'Die Rückgabe wurde 31 Tage nach der Lieferung erklärt. Unsere Frist für Rückgaben beträgt 14 Tage.',
    },
  ],
  refundSent: [
    {
      en: 'We sent {amount} to you today.',
      cs: 'Dnes jsme vám odeslali {amount}.',
      sk: 'Dnes sme vám odoslali {amount}.',
      pl: 'Dzisiaj wysłaliśmy Państwu {amount}.',
      de: 'Wir haben Ihnen heute {amount} überwiesen.',
    },
  ],
  disputeAmount: [
    {
      en: 'I do not agree with the amount, it was switched on only once.',
      cs: 'S částkou nesouhlasím, bylo to zapnuté jen jednou.',
      sk: 'So sumou nesúhlasím, bolo to zapnuté len raz.',
      pl: 'Nie zgadzam się z kwotą, produkt był włączony tylko raz.',
      de: 'Mit dem Betrag bin ich nicht einverstanden, das Gerät war nur einmal an.',
    },
  ],
  keepIt: [
    {
      en: 'I keep it after all, thank you.',
      cs: 'Nakonec si to nechám, děkuji.',
      sk: 'Nakoniec si to nechám, ďakujem.',
      pl: 'Jednak zatrzymam produkt, dziękuję.',
      de: 'Ich behalte es nun doch, danke.',
    },
  ],
  noParcelNote: [
    {
      en: 'No parcel in three weeks, two reminders sent.',
      cs: 'Tři týdny bez balíku, dvě připomínky odeslány.',
      sk: 'Tri týždne bez balíka, dve pripomienky odoslané.',
      pl: 'Trzy tygodnie bez paczki, wysłano dwa przypomnienia.',
      de: 'Drei Wochen kein Paket, zweimal erinnert.',
    },
  ],

  // Repairs
  worthIt: [
    {
      en: 'Is a repair still worth it? It is out of guarantee.',
      cs: 'Vyplatí se ještě oprava? Záruka už skončila.',
      sk: 'Oplatí sa ešte oprava? Záruka už skončila.',
      pl: 'Czy naprawa się jeszcze opłaca? Gwarancja już minęła.',
      de: 'Lohnt sich eine Reparatur noch? Die Garantie ist abgelaufen.',
    },
  ],
  bringIn: [
    {
      en: 'Please send us the device or bring it to {place}. We tell you the price before we repair anything.',
      cs: 'Dobrý den, přístroj nám prosím pošlete nebo přineste na adresu {place}. Cenu vám řekneme, než začneme opravovat.',
      sk: 'Dobrý deň, prístroj nám, prosím, pošlite alebo prineste na adresu {place}. Cenu vám povieme, skôr než začneme opravovať.',
      pl: 'Dzień dobry, prosimy przesłać urządzenie lub przynieść je pod adres {place}. Cenę podamy przed rozpoczęciem naprawy.',
      de: 'Guten Tag, bitte senden Sie uns das Gerät oder bringen Sie es vorbei: {place}. Den Preis nennen wir Ihnen vor der Reparatur.',
    },
  ],
  quote: [
    {
      en: '{found} We propose: {fix}. The repair costs {amount} with VAT. May we go on?',
      cs: '{found} Navrhujeme: {fix}. Oprava stojí {amount} včetně DPH. Máme pokračovat?',
      sk: '{found} Navrhujeme: {fix}. Oprava stojí {amount} vrátane DPH. Máme pokračovať?',
      pl: '{found} Proponujemy: {fix}. Naprawa kosztuje {amount} z VAT. Czy mamy ją wykonać?',
      de: '{found} Unser Vorschlag: {fix}. Die Reparatur kostet {amount} inklusive MwSt. Dürfen wir weitermachen?',
    },
  ],
  yes: [
    {
      en: 'Yes, please repair it.',
      cs: 'Ano, opravte to prosím.',
      sk: 'Áno, opravte to, prosím.',
      pl: 'Tak, proszę o naprawę.',
      de: 'Ja, bitte reparieren Sie es.',
    },
    {
      en: 'I agree with the price.',
      cs: 'S cenou souhlasím.',
      sk: 'S cenou súhlasím.',
      pl: 'Zgadzam się na tę cenę.',
      de: 'Mit dem Preis bin ich einverstanden.',
    },
  ],
  no: [
    {
      en: 'That is too much for me, please return it unrepaired.',
      cs: 'To je na mě moc, vraťte mi ho prosím bez opravy.',
      sk: 'To je na mňa veľa, vráťte mi ho, prosím, bez opravy.',
      pl: 'To dla mnie za drogo, proszę o zwrot bez naprawy.',
      de: 'Das ist mir zu teuer, bitte geben Sie es mir unrepariert zurück.',
    },
  ],
  partOrdered: [
    {
      en: 'Thank you, we ordered the part. The day on which we expect it is on this page.',
      cs: 'Děkujeme, díl jsme objednali. Kdy ho čekáme, najdete na této stránce.',
      sk: 'Ďakujeme, diel sme objednali. Kedy ho čakáme, nájdete na tejto stránke.',
      pl: 'Dziękujemy, część zamówiliśmy. Przewidywany termin jest na tej stronie.',
      de: 'Danke, das Teil ist bestellt. Wann wir es erwarten, steht auf dieser Seite.',
    },
  ],
  noPartReason: [
    {
      en: 'The maker no longer supplies the part, and no other one fits.',
      cs: 'Výrobce už díl nedodává a jiný nepasuje.',
      sk: 'Výrobca už diel nedodáva a iný nepasuje.',
      pl: 'Producent nie dostarcza już tej części, a inna nie pasuje.',
      de: 'Der Hersteller liefert das Teil nicht mehr, und ein anderes passt nicht.',
    },
  ],
  notRepairable: [
    {
      en: '{found} The part cannot be had any more. You pay nothing for the look inside.',
      cs: '{found} Díl už se nedá sehnat. Za prohlídku nic neplatíte.',
      sk: '{found} Diel sa už nedá zohnať. Za prehliadku nič neplatíte.',
      pl: '{found} Części nie da się już kupić. Za oględziny nic Państwo nie płacą.',
      de: '{found} Das Teil ist nicht mehr zu bekommen. Für die Prüfung zahlen Sie nichts.',
    },
  ],
  repairReady: [
    {
      en: 'Your device is repaired and waiting for you at {place}.',
      cs: 'Přístroj je opravený a čeká na vás na adrese {place}.',
      sk: 'Prístroj je opravený a čaká na vás na adrese {place}.',
      pl: 'Urządzenie jest naprawione i czeka na Państwa pod adresem {place}.',
      de: 'Ihr Gerät ist repariert und wartet auf Sie: {place}.',
    },
  ],
  backReady: [
    {
      en: 'Your device is put together again and waiting for you at {place}.',
      cs: 'Přístroj je zase složený a čeká na vás na adrese {place}.',
      sk: 'Prístroj je opäť zložený a čaká na vás na adrese {place}.',
      pl: 'Urządzenie jest złożone i czeka na Państwa pod adresem {place}.',
      de: 'Ihr Gerät ist wieder zusammengebaut und wartet auf Sie: {place}.',
    },
  ],
  likeNew: [
    {
      en: 'It works like new, thank you.',
      cs: 'Funguje jako nové, děkuji.',
      sk: 'Funguje ako nové, ďakujem.',
      pl: 'Działa jak nowe, dziękuję.',
      de: 'Läuft wie neu, vielen Dank.',
    },
  ],
  stopRepair: [
    {
      en: 'We have a new one by now, please stop the repair.',
      cs: 'Mezitím jsme si pořídili jiný přístroj, opravu prosím zastavte.',
      sk: 'Medzičasom sme si zaobstarali iný prístroj, opravu, prosím, zastavte.',
      pl: 'Mamy już nowe urządzenie, proszę przerwać naprawę.',
      de: 'Wir haben inzwischen ein anderes Gerät, bitte brechen Sie die Reparatur ab.',
    },
  ],
  tested: [
    {
      en: 'Tested for two hours, all values are in order.',
      cs: 'Dvě hodiny v provozu, všechny hodnoty v pořádku.',
      sk: 'Dve hodiny v prevádzke, všetky hodnoty v poriadku.',
      pl: 'Dwie godziny pracy, wszystkie wartości w normie.',
      de: 'Zwei Stunden im Betrieb, alle Werte in Ordnung.',
    },
  ],

  // Complaints about service
  complaintRecorded: [
    {
      en: 'Thank you for telling us. We are finding out what happened and write to you.',
      cs: 'Dobrý den, děkujeme, že jste nám napsali. Zjišťujeme, co se stalo, a ozveme se vám.',
      sk: 'Dobrý deň, ďakujeme, že ste nám napísali. Zisťujeme, čo sa stalo, a ozveme sa vám.',
      pl: 'Dzień dobry, dziękujemy za wiadomość. Ustalamy, co się stało, i napiszemy do Państwa.',
      de: 'Guten Tag, danke, dass Sie uns geschrieben haben. Wir klären, was passiert ist, und melden uns.',
    },
  ],
  whichDay: [
    {
      en: 'Please tell us the day and roughly the time. Then we find it in our records.',
      cs: 'Napište nám prosím den a přibližný čas. Potom to v našich záznamech najdeme.',
      sk: 'Napíšte nám, prosím, deň a približný čas. Potom to v našich záznamoch nájdeme.',
      pl: 'Prosimy podać dzień i przybliżoną godzinę. Wtedy znajdziemy to w naszych zapisach.',
      de: 'Bitte nennen Sie uns den Tag und die ungefähre Uhrzeit. Dann finden wir es in unseren Aufzeichnungen.',
    },
  ],
  proposal: [
    {
      en: 'We know what happened and have a proposal for you. Does it suit you?',
      cs: 'Víme, co se stalo, a máme pro vás návrh. Souhlasíte s ním?',
      sk: 'Vieme, čo sa stalo, a máme pre vás návrh. Súhlasíte s ním?',
      pl: 'Wiemy, co się stało, i mamy dla Państwa propozycję. Czy się Państwo zgadzają?',
      de: 'Wir wissen, was passiert ist, und haben einen Vorschlag für Sie. Sind Sie einverstanden?',
    },
  ],
  agree: [
    {
      en: 'I agree, thank you.',
      cs: 'Souhlasím, děkuji.',
      sk: 'Súhlasím, ďakujem.',
      pl: 'Zgadzam się, dziękuję.',
      de: 'Einverstanden, danke.',
    },
  ],
  answered: [
    {
      en: 'Our answer is on this page.',
      cs: 'Naši odpověď najdete na této stránce.',
      sk: 'Našu odpoveď nájdete na tejto stránke.',
      pl: 'Nasza odpowiedź jest na tej stronie.',
      de: 'Unsere Antwort steht auf dieser Seite.',
    },
  ],
  disagree: [
    {
      en: 'I see it differently. Please look at it once more.',
      cs: 'Vidím to jinak. Podívejte se na to prosím znovu.',
      sk: 'Vidím to inak. Pozrite sa na to, prosím, znova.',
      pl: 'Widzę to inaczej. Proszę sprawdzić to ponownie.',
      de: 'Das sehe ich anders. Bitte prüfen Sie es noch einmal.',
    },
  ],
  clearedUp: [
    {
      en: 'We cleared it up on the phone, I take the complaint back.',
      cs: 'Vyjasnili jsme si to po telefonu, stížnost beru zpět.',
      sk: 'Vyjasnili sme si to po telefóne, sťažnosť beriem späť.',
      pl: 'Wyjaśniliśmy to przez telefon, wycofuję skargę.',
      de: 'Wir haben es am Telefon geklärt, ich ziehe die Beschwerde zurück.',
    },
  ],

  // Values
  condition: [
    {
      en: 'Used, light scratches, complete.',
      cs: 'Používané, drobné škrábance, úplné.',
      sk: 'Používané, drobné škrabance, úplné.',
      pl: 'Używane, drobne rysy, kompletne.',
      de: 'Gebraucht, leichte Kratzer, vollständig.',
    },
    {
      en: 'Clean, no damage from outside.',
      cs: 'Čisté, bez vnějšího poškození.',
      sk: 'Čisté, bez vonkajšieho poškodenia.',
      pl: 'Czyste, bez uszkodzeń zewnętrznych.',
      de: 'Sauber, keine äußeren Schäden.',
    },
  ],
  accessories: [
    {
      en: 'Manual and receipt',
      cs: 'Návod a účtenka',
      sk: 'Návod a doklad',
      pl: 'Instrukcja i paragon',
      de: 'Anleitung und Beleg',
    },
  ],
} satisfies Readonly<Record<string, readonly Words[]>>

export type PhraseKey = keyof typeof PHRASES
