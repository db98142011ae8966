import type { PageLanguage } from './language.ts'

export const de = {
  tag: 'de',
  direction: 'ltr',
  messages: {
    skip: 'Zum Inhalt springen',
    language: 'Sprache',
    callUs: 'Tel. {phone}',
    privacy: 'Datenschutz',

    formTitle: 'Aktuellen Stand ansehen',
    formLede: 'Zwei Angaben genügen, und Sie sehen, was gerade geschieht und wie es weitergeht.',
    number: 'Nummer aus der Bestätigung',
    numberHint: 'Sie sieht so aus: {example}',
    whereNumber: 'Wo finde ich die Nummer?',
    whereNumberText:
      'In der E-Mail oder SMS, mit der wir den Eingang bestätigt haben, und oben auf der gedruckten Bestätigung.',
    confirmation: 'Eingangsbestätigung',
    cantFind: 'Nicht gefunden? {contact}',
    email: 'E-Mail',
    phone: 'Telefon',
    emailOrPhone: 'E-Mail oder Telefon',
    contactHint: 'So, wie Sie es bei uns angegeben haben.',
    phoneHint: 'Die Nummer, die Sie bei uns angegeben haben. Aus dem Ausland bitte mit Ländervorwahl.',
    contactAgain: 'Bitte noch einmal eingeben, denn wir speichern nicht, was hier eingetippt wurde.',
    show: 'Stand anzeigen',
    formNote:
      'Wir fragen nach beidem, damit nur Sie den Stand sehen. Kein Konto, kein Passwort, kein Tracking.',

    refusedDocument: 'Bitte prüfen Sie die Angaben',
    refusedTitle: 'Mit diesen Angaben können wir nichts anzeigen',
    refusedText: 'Bitte prüfen Sie beide Angaben und versuchen Sie es noch einmal.',
    refusedNumber: 'Nummer: jeden Buchstaben und jede Ziffer vergleichen',
    refusedContact: '{label}: so, wie Sie es bei uns angegeben haben',

    throttledDocument: 'Bitte versuchen Sie es später noch einmal',
    throttledMinute: 'Bitte versuchen Sie es in etwa einer Minute noch einmal',
    throttledMinutes: 'Bitte versuchen Sie es in einigen Minuten noch einmal',
    throttledHalfHour: 'Bitte versuchen Sie es in etwa einer halben Stunde noch einmal',
    throttledHour: 'Bitte versuchen Sie es in etwa einer Stunde noch einmal',
    throttledLink: 'Haben Sie unsere E-Mail? Mit dem Link darin kommen Sie sofort hinein.',
    throttledText:
      'Es gab zu viele Versuche, deshalb macht diese Seite eine Pause. So schützen wir Ihre Daten vor Fremden. Ihr Anliegen ist davon nicht betroffen.',
    cantWait: 'Möchten Sie nicht warten?',
    backToForm: 'Zurück zum Formular',

    errorTitle: 'Diese Seite ist nicht verfügbar',
    errorText:
      'Vielleicht ist die Adresse unvollständig, oder der Händler hat diese Seite abgeschaltet. Ihr Anliegen ist davon nicht betroffen.',
    whatYouCanDo: 'Was Sie tun können',
    errorLink: 'Öffnen Sie noch einmal den Link aus der letzten Nachricht des Händlers.',
    errorTyped:
      'Wenn Sie die Adresse abgetippt haben, vergleichen Sie sie Zeichen für Zeichen mit der Nachricht.',
    errorAsk:
      'Fragen Sie direkt beim Händler nach. Dort sieht man Ihr Anliegen, auch wenn diese Seite nicht verfügbar ist.',

    unavailableTitle: 'Das System ist gerade nicht erreichbar',
    unavailableText:
      'Bitte versuchen Sie es in einigen Minuten noch einmal. Ihr Anliegen ist davon nicht betroffen.',
    tryAgain: 'Noch einmal versuchen',

    badRequestTitle: 'Ihre Angaben sind nicht lesbar angekommen',
    badRequestText:
      'Unterwegs ist etwas verloren gegangen. Bitte öffnen Sie das Formular neu und senden Sie es noch einmal ab.',
    methodTitle: 'Diese Adresse funktioniert anders',
    methodText: 'Bitte öffnen Sie das Formular neu und senden Sie es von dort ab.',
    tooLargeTitle: 'So viele Daten kann diese Seite nicht annehmen',
    tooLargeText: 'Bitte öffnen Sie das Formular neu und senden Sie weniger.',
    openForm: 'Formular öffnen',

    plainTitle: '{type}: Übersicht',
    whoseTurn: 'Wer ist am Zug',
    turnUs: 'Wir',
    turnPartner: 'Unser Partner',
    turnCustomer: 'Sie',
    nothingToDo: 'Sie müssen nichts tun.',
    settledBy: 'Erledigt bis',
    dueBy: 'Zu erledigen bis',
    decidedOn: 'Entschieden am',
    settledOn: 'Erledigt am',
    today: 'Heute',
    tomorrow: 'Morgen',
    daysLeft: { one: 'Noch {n} Tag', other: 'Noch {n} Tage' },
    daysLate: { one: '{n} Tag zu spät.', other: '{n} Tage zu spät.' },
    lateSorry: 'Das tut uns leid.',
    daysAgo: { one: 'Vor {n} Tag', other: 'Vor {n} Tagen' },

    progress: 'Verlauf',
    finished: 'Abgeschlossen:',
    now: 'Jetzt:',
    stillToCome: 'Kommt noch:',
    notNeededPrefix: 'Entfällt:',
    notNeeded: 'entfällt',
    since: 'seit {date}',
    by: 'bis {date}',

    whatNext: 'Wie es weitergeht',
    whatYouNeedToDo: 'Was wir von Ihnen brauchen',
    goodToKnow: 'Gut zu wissen',
    seeItDifferently: 'Wenn Sie das anders sehen',
    questions: 'Haben Sie Fragen?',
    contactBoth: 'Sie erreichen uns telefonisch unter {phone} oder per E-Mail unter {email}.',
    contactPhone: 'Sie erreichen uns telefonisch unter {phone}.',
    contactEmail: 'Sie erreichen uns per E-Mail unter {email}.',

    fieldNumber: 'Nummer',
    fieldType: 'Art des Anliegens',
    fieldStep: 'Stand',
    fieldCreated: 'Eingegangen am',
    fieldChanged: 'Letzte Änderung',
    fieldName: 'Name',
    fieldLocale: 'Sprache unserer Nachrichten',
    fieldHandler: 'Zuständig',

    details: 'Einzelheiten',
    moreDetails: 'Weitere Einzelheiten',
    yes: 'Ja',
    no: 'Nein',
    endingIn: 'endet auf',

    messages: 'Nachrichten',
    you: 'Sie',
    us: 'Wir',
    dateTime: '{date}, {time} Uhr',

    files: 'Dateien',
    photo: 'Foto',
    document: 'Dokument',
    fileFromYou: '{kind}, {size}. Von\u00a0Ihnen, {date}',
    fileFromShop: '{kind}, {size}. Von {shop}, {date}',
    fileFromUs: '{kind}, {size}. Von\u00a0uns, {date}',
    filesOff:
      'Dateien lassen sich hier nicht herunterladen. Wenn Sie eine brauchen, fragen Sie uns bitte danach.',

    leave: 'Beenden und Nummer wechseln',
    closesByItself: 'Nach 30 Minuten ohne Nutzung schließt sich die Seite von selbst.',
    asOf: 'Stand: {when}.',
    onlyYou: 'Diese Seite kann nur öffnen, wer die Nummer und Ihre Kontaktdaten kennt.',
  },
} satisfies PageLanguage
