import type { Words } from '../../starter-type.ts'
import type { ProductKey } from '../products.ts'
import type { PhotoScene } from '../types.ts'

/** What breaks on a product. None of the texts names the product, so that no grammar has to agree. */
export type Fault = {
  product: ProductKey
  scene: PhotoScene | null
  rootCause: 'material' | 'manufacture' | 'design'
  /** What the customer sees. */
  defect: Words
  /** What the technician finds. */
  found: Words
  /** What puts it right, without a full stop; begins with an adjective. */
  fix: Words
}

export const FAULTS: readonly Fault[] = [
  {
    product: 'kettle',
    scene: 'kettle-leak',
    rootCause: 'manufacture',
    defect: {
      en: 'Water runs out at the bottom of the handle while it boils.',
      cs: 'Při vaření teče voda spodem u držadla.',
      sk: 'Pri varení tečie voda spodkom pri rukoväti.',
      pl: 'Podczas gotowania woda cieknie na dole przy uchwycie.',
      de: 'Beim Kochen läuft unten am Griff Wasser heraus.',
    },
    found: {
      en: 'The seal under the handle is cracked.',
      cs: 'Těsnění pod držadlem je prasklé.',
      sk: 'Tesnenie pod rukoväťou je prasknuté.',
      pl: 'Uszczelka pod uchwytem jest pęknięta.',
      de: 'Die Dichtung unter dem Griff ist gerissen.',
    },
    fix: {
      en: 'New seal under the handle',
      cs: 'Nové těsnění pod držadlem',
      sk: 'Nové tesnenie pod rukoväťou',
      pl: 'Nowa uszczelka pod uchwytem',
      de: 'Neue Dichtung unter dem Griff',
    },
  },
  {
    product: 'espresso',
    scene: 'espresso-drips',
    rootCause: 'material',
    defect: {
      en: 'Water drips from the handle while brewing, and the coffee is thin.',
      cs: 'Při přípravě kape voda z páky a káva je řídká.',
      sk: 'Pri príprave kvapká voda z páky a káva je riedka.',
      pl: 'Podczas parzenia z kolby kapie woda, a kawa jest wodnista.',
      de: 'Beim Brühen tropft Wasser aus dem Siebträger, und der Kaffee ist dünn.',
    },
    found: {
      en: 'The gasket of the brew head has hardened and does not close.',
      cs: 'Těsnění hlavy ztvrdlo a netěsní.',
      sk: 'Tesnenie hlavy stvrdlo a netesní.',
      pl: 'Uszczelka grupy stwardniała i nie trzyma szczelności.',
      de: 'Die Dichtung der Brühgruppe ist hart geworden und schließt nicht mehr.',
    },
    fix: {
      en: 'New gasket of the brew head, pressure set',
      cs: 'Nové těsnění hlavy a nastavení tlaku',
      sk: 'Nové tesnenie hlavy a nastavenie tlaku',
      pl: 'Nowa uszczelka grupy i ustawienie ciśnienia',
      de: 'Neue Dichtung der Brühgruppe, Druck eingestellt',
    },
  },
  {
    product: 'toaster',
    scene: 'toaster-dark',
    rootCause: 'manufacture',
    defect: {
      en: 'One side burns the bread, the other leaves it white.',
      cs: 'Jedna strana chléb spálí, druhá ho nechá bílý.',
      sk: 'Jedna strana chlieb spáli, druhá ho nechá biely.',
      pl: 'Jedna strona przypala chleb, druga zostawia go białym.',
      de: 'Eine Seite verbrennt das Brot, die andere lässt es weiß.',
    },
    found: {
      en: 'One heating element is broken.',
      cs: 'Jedno topné těleso je přerušené.',
      sk: 'Jedno výhrevné teleso je prerušené.',
      pl: 'Jedna grzałka jest przerwana.',
      de: 'Ein Heizelement ist unterbrochen.',
    },
    fix: {
      en: 'New heating element',
      cs: 'Nové topné těleso',
      sk: 'Nové výhrevné teleso',
      pl: 'Nowa grzałka',
      de: 'Neues Heizelement',
    },
  },
  {
    product: 'robotVacuum',
    scene: 'robot-stuck',
    rootCause: 'material',
    defect: {
      en: 'Stops after a few metres and reports a blocked wheel.',
      cs: 'Po pár metrech se zastaví a hlásí zablokované kolo.',
      sk: 'Po pár metroch sa zastaví a hlási zablokované koleso.',
      pl: 'Po kilku metrach staje i zgłasza zablokowane koło.',
      de: 'Bleibt nach wenigen Metern stehen und meldet ein blockiertes Rad.',
    },
    found: {
      en: 'A tooth is missing in the gear of the left wheel.',
      cs: 'V převodu levého kola chybí zub.',
      sk: 'V prevode ľavého kolesa chýba zub.',
      pl: 'W przekładni lewego koła brakuje zęba.',
      de: 'Im Getriebe des linken Rades fehlt ein Zahn.',
    },
    fix: {
      en: 'New drive of the left wheel',
      cs: 'Nový pohon levého kola',
      sk: 'Nový pohon ľavého kolesa',
      pl: 'Nowy napęd lewego koła',
      de: 'Neuer Antrieb für das linke Rad',
    },
  },
  {
    product: 'blender',
    scene: 'blender-cracked',
    rootCause: 'design',
    defect: {
      en: 'The jar has a crack and leaks on the worktop.',
      cs: 'Nádoba má prasklinu a teče na linku.',
      sk: 'Nádoba má prasklinu a tečie na linku.',
      pl: 'Kielich ma pęknięcie i cieknie na blat.',
      de: 'Der Behälter hat einen Riss und tropft auf die Arbeitsplatte.',
    },
    found: {
      en: 'The jar cracked from the thread upwards, the thread is too tight.',
      cs: 'Nádoba praskla od závitu nahoru, závit je příliš těsný.',
      sk: 'Nádoba praskla od závitu nahor, závit je príliš tesný.',
      pl: 'Kielich pękł od gwintu w górę, gwint jest zbyt ciasny.',
      de: 'Der Behälter ist vom Gewinde aus gerissen, das Gewinde sitzt zu eng.',
    },
    fix: {
      en: 'New jar and a new ring of the thread',
      cs: 'Nová nádoba a nový kroužek závitu',
      sk: 'Nová nádoba a nový krúžok závitu',
      pl: 'Nowy kielich i nowy pierścień gwintu',
      de: 'Neuer Behälter und neuer Gewindering',
    },
  },
  {
    product: 'stickVacuum',
    scene: null,
    rootCause: 'material',
    defect: {
      en: 'Runs for five minutes and then switches off, even when fully charged.',
      cs: 'I po úplném nabití běží jen pět minut a vypne se.',
      sk: 'Aj po úplnom nabití beží len päť minút a vypne sa.',
      pl: 'Nawet po pełnym naładowaniu działa pięć minut i się wyłącza.',
      de: 'Läuft selbst voll geladen nur fünf Minuten und schaltet dann ab.',
    },
    found: {
      en: 'Two cells of the battery hold no charge.',
      cs: 'Dva články baterie neudrží náboj.',
      sk: 'Dva články batérie neudržia náboj.',
      pl: 'Dwa ogniwa akumulatora nie trzymają ładunku.',
      de: 'Zwei Zellen des Akkus halten keine Ladung.',
    },
    fix: {
      en: 'New battery',
      cs: 'Nová baterie',
      sk: 'Nová batéria',
      pl: 'Nowy akumulator',
      de: 'Neuer Akku',
    },
  },
  {
    product: 'mixer',
    scene: null,
    rootCause: 'design',
    defect: {
      en: 'Grinds loudly when kneading, and it smells of hot oil.',
      cs: 'Při hnětení hlasitě drhne a je cítit horký olej.',
      sk: 'Pri miesení hlasno drhne a cítiť horúci olej.',
      pl: 'Przy wyrabianiu ciasta głośno zgrzyta i czuć gorący olej.',
      de: 'Knirscht beim Kneten laut, und es riecht nach heißem Öl.',
    },
    found: {
      en: 'Grease has run out of the gearbox, and one gear is worn.',
      cs: 'Z převodovky vytekl tuk a jedno kolo je vydřené.',
      sk: 'Z prevodovky vytiekol tuk a jedno koleso je vydraté.',
      pl: 'Z przekładni wyciekł smar i jedno koło zębate jest wytarte.',
      de: 'Aus dem Getriebe ist Fett ausgelaufen, und ein Zahnrad ist abgenutzt.',
    },
    fix: {
      en: 'New gear and new grease',
      cs: 'Nové ozubené kolo a nový tuk',
      sk: 'Nové ozubené koleso a nový tuk',
      pl: 'Nowe koło zębate i nowy smar',
      de: 'Neues Zahnrad und neues Fett',
    },
  },
  {
    product: 'airFryer',
    scene: 'basket-worn',
    rootCause: 'manufacture',
    defect: {
      en: 'The coating comes off in the basket.',
      cs: 'V koši se odlupuje povrch.',
      sk: 'V koši sa odlupuje povrch.',
      pl: 'W koszu łuszczy się powłoka.',
      de: 'Im Korb löst sich die Beschichtung.',
    },
    found: {
      en: 'The coating does not hold on the floor of the basket.',
      cs: 'Povrch na dně koše nedrží.',
      sk: 'Povrch na dne koša nedrží.',
      pl: 'Powłoka na dnie kosza się nie trzyma.',
      de: 'Die Beschichtung haftet am Boden des Korbs nicht.',
    },
    fix: {
      en: 'New basket',
      cs: 'Nový koš',
      sk: 'Nový kôš',
      pl: 'Nowy kosz',
      de: 'Neuer Korb',
    },
  },
  {
    product: 'microwave',
    scene: null,
    rootCause: 'material',
    defect: {
      en: 'The plate turns and the light is on, but the food stays cold.',
      cs: 'Talíř se točí a světlo svítí, ale jídlo zůstává studené.',
      sk: 'Tanier sa točí a svetlo svieti, ale jedlo ostáva studené.',
      pl: 'Talerz się obraca i światło się świeci, ale jedzenie pozostaje zimne.',
      de: 'Der Teller dreht sich und das Licht brennt, aber das Essen bleibt kalt.',
    },
    found: {
      en: 'The high-voltage fuse has blown, and the capacitor is weak.',
      cs: 'Vysokonapěťová pojistka je přepálená a kondenzátor slabý.',
      sk: 'Vysokonapäťová poistka je prepálená a kondenzátor slabý.',
      pl: 'Bezpiecznik wysokiego napięcia jest przepalony, a kondensator słaby.',
      de: 'Die Hochspannungssicherung ist durchgebrannt, der Kondensator ist schwach.',
    },
    fix: {
      en: 'New fuse and capacitor',
      cs: 'Nová pojistka a kondenzátor',
      sk: 'Nová poistka a kondenzátor',
      pl: 'Nowy bezpiecznik i kondensator',
      de: 'Neue Sicherung und neuer Kondensator',
    },
  },
  {
    product: 'iron',
    scene: null,
    rootCause: 'manufacture',
    defect: {
      en: 'Water drips from the soleplate even when it is hot.',
      cs: 'Ze žehlicí plochy kape voda, i když je horká.',
      sk: 'Zo žehliacej plochy kvapká voda, aj keď je horúca.',
      pl: 'Ze stopy kapie woda, nawet gdy jest gorąca.',
      de: 'Aus der Sohle tropft Wasser, auch wenn sie heiß ist.',
    },
    found: {
      en: 'The steam valve does not close.',
      cs: 'Ventil páry se nezavírá.',
      sk: 'Ventil pary sa nezatvára.',
      pl: 'Zawór pary się nie zamyka.',
      de: 'Das Dampfventil schließt nicht.',
    },
    fix: {
      en: 'New steam valve',
      cs: 'Nový ventil páry',
      sk: 'Nový ventil pary',
      pl: 'Nowy zawór pary',
      de: 'Neues Dampfventil',
    },
  },
  {
    product: 'grinder',
    scene: null,
    rootCause: 'manufacture',
    defect: {
      en: 'Starts only when somebody presses hard on the lid.',
      cs: 'Rozběhne se, jen když se na víko silně zatlačí.',
      sk: 'Rozbehne sa, len keď sa na veko silno zatlačí.',
      pl: 'Włącza się tylko po mocnym dociśnięciu pokrywy.',
      de: 'Läuft nur an, wenn man fest auf den Deckel drückt.',
    },
    found: {
      en: 'The contact under the lid is bent.',
      cs: 'Kontakt pod víkem je ohnutý.',
      sk: 'Kontakt pod vekom je ohnutý.',
      pl: 'Styk pod pokrywą jest wygięty.',
      de: 'Der Kontakt unter dem Deckel ist verbogen.',
    },
    fix: {
      en: 'New contact under the lid',
      cs: 'Nový kontakt pod víkem',
      sk: 'Nový kontakt pod vekom',
      pl: 'Nowy styk pod pokrywą',
      de: 'Neuer Kontakt unter dem Deckel',
    },
  },
  {
    product: 'dehumidifier',
    scene: null,
    rootCause: 'design',
    defect: {
      en: 'Switches off after ten minutes and says that the tank is full.',
      cs: 'Po deseti minutách se vypne a hlásí plnou nádržku.',
      sk: 'Po desiatich minútach sa vypne a hlási plnú nádržku.',
      pl: 'Po dziesięciu minutach wyłącza się i zgłasza pełny zbiornik.',
      de: 'Schaltet nach zehn Minuten ab und meldet einen vollen Tank.',
    },
    found: {
      en: 'The float in the tank is stuck.',
      cs: 'Plovák v nádržce je zaseknutý.',
      sk: 'Plavák v nádržke je zaseknutý.',
      pl: 'Pływak w zbiorniku się zaciął.',
      de: 'Der Schwimmer im Tank klemmt.',
    },
    fix: {
      en: 'New float with its switch',
      cs: 'Nový plovák se spínačem',
      sk: 'Nový plavák so spínačom',
      pl: 'Nowy pływak z wyłącznikiem',
      de: 'Neuer Schwimmer mit Schalter',
    },
  },
]
