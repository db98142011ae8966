import type { PhotoScene } from './types.ts'

const CRACK = 'M440 398 L428 352 L446 322 L424 284 L442 252 L430 214 M428 352 L400 330 M424 284 L462 262'

/** Pictures of 800 × 600 in place of photographs; without words, since not every system has a font to draw them. */
export const SCENES: Readonly<Record<PhotoScene, string>> = {
  'kettle-leak': scene(
    `${kitchen('#dfe7e4', '#b98a5e')}${shadow(400, 512, 230)}
    <ellipse cx="560" cy="508" rx="135" ry="24" fill="#cfe6f2" opacity=".75"/>
    <ellipse cx="585" cy="505" rx="80" ry="12" fill="#fff" opacity=".55"/>${kettle()}` +
      drops('#8cc4e2', [
        [545, 330, 1],
        [551, 392, 1.3],
        [547, 452, 1.1],
      ]),
  ),
  'kettle-ring': scene(
    `${kitchen('#dfe7e4', '#b98a5e')}${shadow(400, 512, 230)}
    <ellipse cx="398" cy="510" rx="214" ry="38" fill="#cfe6f2" opacity=".8"/>
    <ellipse cx="300" cy="526" rx="70" ry="12" fill="#fff" opacity=".5"/>
    <ellipse cx="650" cy="540" rx="26" ry="7" fill="#cfe6f2" opacity=".8"/>${kettle()}`,
  ),
  'seal-crack': scene(
    `<rect width="800" height="600" fill="#c3a27a"/>
     ${scratches('#a98a62', 22, 400, 300, 330)}
     <ellipse cx="408" cy="316" rx="262" ry="256" fill="#000" opacity=".2"/>
     <circle cx="400" cy="300" r="252" fill="url(#steel)"/>
     <circle cx="400" cy="300" r="190" fill="none" stroke="#2b2f32" stroke-width="72"/>
     <circle cx="400" cy="300" r="214" fill="none" stroke="#565d61" stroke-width="7"/>
     <circle cx="400" cy="300" r="172" fill="none" stroke="#454b4f" stroke-width="5"/>
     <circle cx="400" cy="300" r="154" fill="url(#steel)"/>
     <circle cx="400" cy="300" r="96" fill="#e3e6e7"/><circle cx="400" cy="300" r="22" fill="#767f85"/>
     <path d="M560 144 l-20 12 -2 17 -19 5 -4 17 -15 7" fill="none" stroke="#e9d3b4" stroke-width="6"/>
     <path d="M560 144 l-20 12 -2 17 -19 5 -4 17 -15 7" fill="none" stroke="#120f0d" stroke-width="3"/>
     <circle cx="532" cy="172" r="62" fill="none" stroke="#d13b2e" stroke-width="7"/>`,
  ),
  'pan-scratched': scene(
    kitchen('#e9e2d6', '#8f9a98', 150) +
      shadow(380, 420, 290) +
      `<path d="M590 280 L790 150 L800 196 L612 330 Z" fill="#2a2c2e"/>
       <path d="M604 290 L800 166" stroke="#4a4e51" stroke-width="7"/>
       <ellipse cx="370" cy="340" rx="285" ry="205" fill="#3a3d40"/>
       <ellipse cx="370" cy="330" rx="272" ry="192" fill="#56595c"/>
       <ellipse cx="370" cy="338" rx="240" ry="164" fill="url(#dark)"/>
       ${scratches('#c9ced1', 26, 370, 340, 150)}
       <path d="M214 296 L420 252 M250 398 L470 330 M300 432 L392 268" fill="none" stroke="#e6e9ea" stroke-width="4"/>
       <ellipse cx="300" cy="270" rx="90" ry="30" fill="#fff" opacity=".07"/>`,
  ),
  'parcel-crushed': scene(
    kitchen('#dcd8d2', '#a39a8e', 330) +
      shadow(400, 505, 300) +
      `<path d="M150 210 L400 270 L400 530 L150 440 Z" fill="#b98853"/>
       <path d="M400 270 L655 205 L655 330 L610 352 L655 392 L655 440 L400 530 Z" fill="#cf9f68"/>
       <path d="M655 330 L610 352 L655 392 L580 372 L520 350 L600 330 Z" fill="#9a6e3f"/>
       <path d="M520 350 L600 330 M520 350 L580 372 M480 360 L520 350" stroke="#7d5730" stroke-width="4"/>
       <path d="M150 210 L400 150 L655 205 L400 270 Z" fill="#dfb37c"/>
       <path d="M262 183 L300 174 L540 237 L500 246 Z" fill="#efe0bd" opacity=".85"/>
       <path d="M500 246 L540 237 L540 300 L500 310 Z" fill="#e3d2aa" opacity=".9"/>
       <path d="M196 300 L290 324 L290 400 L196 372 Z" fill="#f6f4ee"/>
       ${bars(208, 324, 0.25)}
       <path d="M150 300 l40 12 -22 26 34 20 -52 16 Z" fill="#8f6538"/>`,
  ),
  'basket-worn': scene(
    kitchen('#e6e2dc', '#b9a78d', 130) +
      shadow(400, 540, 330) +
      `<path d="M330 500 L470 500 L458 600 L342 600 Z" fill="#2a2c2e"/>
       <rect x="130" y="90" width="540" height="430" rx="80" fill="#3b3f42"/>
       <rect x="150" y="106" width="500" height="396" rx="68" fill="#5a5f63"/>
       <rect x="176" y="134" width="448" height="340" rx="52" fill="url(#dark)"/>
       ${holes()}
       <path d="M330 300 q-20 -62 58 -70 q92 -12 108 44 q26 52 -34 84 q-92 32 -132 -58 Z" fill="#b6bbbe"/>
       <path d="M352 298 q-8 -40 46 -46 q66 -8 76 30 q14 38 -26 56 q-70 20 -96 -40 Z" fill="#d3d7d9"/>
       <path d="M512 210 l16 -10 12 14 -14 12 Z M300 384 l18 4 -6 16 -16 -6 Z M540 350 l12 8 -8 12 Z" fill="#b6bbbe"/>`,
  ),
  'blender-cracked': scene(
    blender('#bcd7e2') +
      `<path d="${CRACK}" fill="none" stroke="#fff" stroke-width="7"/>
       <path d="${CRACK}" fill="none" stroke="#37525e" stroke-width="2.5"/>`,
  ),
  'blender-cloudy': scene(
    blender('#c9cfd0') +
      `<path d="M286 150 L514 150 L494 390 L310 390 Z" fill="#eef0ee" opacity=".72"/>
       <path d="M352 200 q40 -30 90 4 M338 268 q60 -34 120 6 M350 330 q50 -24 104 2"
         fill="none" stroke="#fff" stroke-width="13" opacity=".75"/>`,
  ),
  'espresso-drips': scene(
    kitchen('#e6ddd2', '#6d5442') +
      shadow(400, 540, 270) +
      `<rect x="190" y="90" width="420" height="120" rx="18" fill="url(#steel)"/>
       <rect x="206" y="200" width="388" height="230" fill="#33393d"/>
       <rect x="206" y="200" width="120" height="230" fill="#272c2f"/>
       <rect x="180" y="426" width="440" height="112" rx="14" fill="url(#steel)"/>
       <rect x="214" y="426" width="372" height="22" fill="#1f2326"/>
       ${Array.from({ length: 11 }, (_, slot) => `<rect x="${228 + slot * 32}" y="430" width="18" height="12" fill="#59636a"/>`).join('')}
       <circle cx="270" cy="150" r="32" fill="#f4f4f1" stroke="#59636a" stroke-width="7"/>
       <path d="M270 150 L288 134" stroke="#b3403a" stroke-width="5"/>
       <circle cx="500" cy="150" r="17" fill="#0b7a75"/><circle cx="552" cy="150" r="17" fill="#59636a"/>
       <rect x="346" y="204" width="148" height="36" rx="8" fill="#9aa6ad"/>
       <rect x="358" y="238" width="124" height="30" rx="10" fill="#68757c"/>
       <path d="M474 250 L640 286 L636 312 L470 270 Z" fill="#1c1f21"/>
       <rect x="404" y="266" width="32" height="22" fill="#4a545a"/>
       <path d="M352 372 L488 372 L470 428 L370 428 Z" fill="#fbfaf7"/>
       <path d="M484 382 q34 4 20 28 q-8 10 -26 6" fill="none" stroke="#fbfaf7" stroke-width="9"/>` +
      drops('#7fb4cf', [
        [364, 292, 0.9],
        [474, 306, 1],
        [470, 350, 0.8],
      ]),
  ),
  'toaster-dark': scene(
    kitchen('#e7e9e2', '#c3a27a') +
      shadow(400, 520, 290) +
      toast(270, '#3a2415', '#24150b') +
      toast(430, '#f0d9a8', '#d9b878') +
      `<rect x="150" y="250" width="500" height="260" rx="54" fill="url(#steel)"/>
       <rect x="196" y="262" width="408" height="16" rx="8" fill="#454d52"/>
       <rect x="172" y="480" width="456" height="34" rx="12" fill="#2e3438"/>
       <rect x="632" y="316" width="34" height="18" rx="6" fill="#2e3438"/>
       <circle cx="560" cy="410" r="34" fill="#2e3438"/><path d="M560 410 L580 390" stroke="#fff" stroke-width="6"/>
       <path d="M180 300 q12 120 6 160" stroke="#fff" stroke-width="9" fill="none" opacity=".5"/>`,
  ),
  'robot-stuck': scene(
    `<rect width="800" height="600" fill="#c8a274"/>
     ${Array.from({ length: 7 }, (_, board) => `<path d="M0 ${board * 92} H800" stroke="#a88253" stroke-width="4"/>`).join('')}
     <path d="M210 0 V92 M520 92 V184 M120 184 V276 M640 276 V368 M330 368 V460 M560 460 V552" stroke="#a88253" stroke-width="4"/>
     <path d="M470 110 L800 60 V560 L430 600 Z" fill="#7b8f86"/>
     <path d="M470 110 L430 600" stroke="#dfe6e2" stroke-width="16" stroke-dasharray="10 9"/>
     <ellipse cx="392" cy="352" rx="192" ry="186" fill="#000" opacity=".22"/>
     <circle cx="380" cy="330" r="186" fill="#e9ebec"/>
     <circle cx="380" cy="330" r="186" fill="none" stroke="#b7bdc1" stroke-width="10"/>
     <path d="M216 250 a182 182 0 0 1 328 0" fill="none" stroke="#767f85" stroke-width="20"/>
     <circle cx="380" cy="330" r="62" fill="#d3d8da"/><circle cx="380" cy="330" r="44" fill="#33393d"/>
     <circle cx="380" cy="440" r="15" fill="#d13b2e"/><circle cx="380" cy="440" r="27" fill="#d13b2e" opacity=".25"/>
     <path d="M262 214 q60 -52 130 -50" stroke="#fff" stroke-width="11" fill="none" opacity=".8"/>`,
  ),
  'parcel-open': scene(
    kitchen('#e2ddd5', '#b39b7c', 330) +
      shadow(400, 520, 290) +
      `<path d="M160 280 L90 200 L330 150 L400 220 Z" fill="#c39560"/>
       <path d="M640 280 L715 205 L470 150 L400 220 Z" fill="#d7aa73"/>
       <path d="M160 280 L400 220 L640 280 L400 350 Z" fill="#7d5a34"/>
       <path d="M210 285 q60 -70 120 -30 q60 -60 130 -8 q70 -30 120 32 L400 345 Z" fill="#f1ede4"/>
       <rect x="318" y="176" width="150" height="110" rx="14" fill="#e9ebec"/>
       <rect x="336" y="192" width="114" height="44" rx="8" fill="#33393d"/>
       <path d="M160 280 L400 350 L400 545 L160 455 Z" fill="#b98853"/>
       <path d="M400 350 L640 280 L640 455 L400 545 Z" fill="#cf9f68"/>
       <path d="M440 398 L560 362 L560 432 L440 472 Z" fill="#f6f4ee"/>
       <path d="M456 412 L540 387 M456 430 L520 411 M456 448 L540 423" stroke="#59636a" stroke-width="5"/>`,
  ),
  // Three pictures in one: into the box, paper around it, tape over it.
  'packing-steps': scene(
    `<rect width="800" height="600" fill="#eef0ec"/>
     ${[0, 1, 2].map((part) => `<rect x="${24 + part * 256}" y="120" width="240" height="360" rx="18" fill="#fff"/>`).join('')}
     ${[144, 400, 656].map((x) => `<path d="M${x - 84} 300 h168 v130 h-168 Z" fill="#cf9f68"/><path d="M${x - 84} 300 h168 v16 h-168 Z" fill="#b98853"/>`).join('')}
     <path d="M96 150 h96 v84 h-96 Z" fill="#aab2b7"/><rect x="108" y="162" width="72" height="30" rx="6" fill="#33393d"/>
     <path d="M144 244 v44 m-16 -18 l16 18 l16 -18" fill="none" stroke="#0b5a6e" stroke-width="9"/>
     <path d="M316 300 q18 -62 52 -26 q32 -58 64 0 q34 -36 52 26 Z" fill="#f1ede4" stroke="#cfc6b4" stroke-width="4"/>
     <rect x="352" y="246" width="96" height="54" fill="#aab2b7"/>
     <path d="M572 300 l84 -34 l84 34 Z" fill="#dfb37c"/><rect x="640" y="266" width="32" height="164" fill="#efe0bd"/>
     <path d="M582 372 h46 v36 h-46 Z" fill="#f6f4ee"/><path d="M590 384 h30 M590 396 h20" stroke="#59636a" stroke-width="4"/>
     ${[144, 400, 656].map((x, part) => Array.from({ length: part + 1 }, (_, dot) => `<circle cx="${x - part * 11 + dot * 22}" cy="456" r="7" fill="#0b5a6e"/>`).join('')).join('')}`,
  ),
  'burnt-board': scene(
    `<rect width="800" height="600" fill="#b7bdc1"/>
     <rect x="110" y="80" width="580" height="440" rx="16" fill="#2f6b45"/>
     <path d="M150 140 H420 V220 H640 M150 200 H360 V330 H250 V460 M650 300 H520 V430 H340 M600 120 V180 H470"
       fill="none" stroke="#5f9a72" stroke-width="9"/>
     ${[0, 1, 2, 3].map((row) => `<rect x="${160 + row * 62}" y="400" width="44" height="70" rx="5" fill="#1c1f21"/>`).join('')}
     <circle cx="560" cy="400" r="52" fill="#33393d"/><circle cx="560" cy="400" r="36" fill="#8d979d"/>
     <rect x="180" y="260" width="120" height="56" rx="6" fill="#1c1f21"/>
     <ellipse cx="470" cy="250" rx="96" ry="74" fill="#17100b" opacity=".85"/>
     <ellipse cx="466" cy="246" rx="52" ry="40" fill="#4a2f1c"/>
     <path d="M430 250 l30 -26 l20 22 l26 -18" fill="none" stroke="#c9a27a" stroke-width="6"/>
     <circle cx="470" cy="250" r="112" fill="none" stroke="#d13b2e" stroke-width="7"/>`,
  ),
}

function blender(jar: string): string {
  return `${kitchen('#e3e9ec', '#c9b79c')}${shadow(400, 532, 190)}
    <path d="M300 400 L500 400 L530 530 L270 530 Z" fill="#2e3438"/>
    <path d="M300 400 L340 400 L318 530 L270 530 Z" fill="#454d52"/>
    <circle cx="400" cy="470" r="30" fill="#c6ccd0"/><rect x="395" y="444" width="10" height="28" fill="#2e3438"/>
    <path d="M505 170 q95 0 88 100 q-6 78 -100 84" fill="none" stroke="#9fb9c4" stroke-width="22" opacity=".9"/>
    <path d="M282 110 L518 110 L492 400 L308 400 Z" fill="${jar}" opacity=".78"/>
    <path d="M300 122 L332 122 L340 388 L318 388 Z" fill="#fff" opacity=".55"/>
    <rect x="272" y="80" width="256" height="36" rx="10" fill="#2e3438"/>
    <path d="M370 380 L400 352 L430 380 M384 386 L400 364 L416 386" stroke="#68757c" stroke-width="7" fill="none"/>`
}

/** The round openings in the floor of a fryer's basket. */
function holes(): string {
  return Array.from({ length: 35 }, (_, index) => {
    const x = 220 + (index % 7) * 60
    const y = 176 + Math.floor(index / 7) * 64
    return `<circle cx="${x}" cy="${y}" r="11" fill="#121415"/>`
  }).join('')
}

function scene(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 800 600">
    <defs>
      <linearGradient id="steel" x1="0" x2="1"><stop offset="0" stop-color="#dfe3e5"/>
        <stop offset=".45" stop-color="#aab2b7"/><stop offset=".6" stop-color="#eef0f1"/>
        <stop offset="1" stop-color="#8d979d"/></linearGradient>
      <linearGradient id="cream" x1="0" x2="1"><stop offset="0" stop-color="#fbf3dd"/>
        <stop offset=".55" stop-color="#f1e3c0"/><stop offset="1" stop-color="#cdb98c"/></linearGradient>
      <radialGradient id="dark"><stop offset="0" stop-color="#3c4043"/><stop offset="1" stop-color="#222527"/></radialGradient>
      <radialGradient id="soft"><stop offset="0" stop-color="#000" stop-opacity=".38"/>
        <stop offset="1" stop-color="#000" stop-opacity="0"/></radialGradient>
      <radialGradient id="corner" r=".75"><stop offset=".6" stop-color="#000" stop-opacity="0"/>
        <stop offset="1" stop-color="#000" stop-opacity=".28"/></radialGradient>
    </defs>${content}<rect width="800" height="600" fill="url(#corner)"/></svg>`
}

/** A wall and a worktop; `edge` is where they meet. */
function kitchen(wall: string, top: string, edge = 400): string {
  return `<rect width="800" height="600" fill="${wall}"/>
    <rect width="800" height="${edge}" fill="#fff" opacity=".14"/>
    <rect y="${edge}" width="800" height="${600 - edge}" fill="${top}"/>
    <rect y="${edge}" width="800" height="9" fill="#fff" opacity=".35"/>`
}

function shadow(x: number, y: number, radius: number): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${radius}" ry="${Math.round(radius / 6)}" fill="url(#soft)"/>`
}

function kettle(): string {
  return `<path d="M268 200 L196 236 L252 300 Z" fill="#dccb9f"/>
    <path d="M282 160 L508 160 L548 500 L242 500 Z" fill="url(#cream)"/>
    <path d="M300 176 L336 176 L316 486 L276 486 Z" fill="#fff" opacity=".45"/>
    <path d="M500 180 q150 -10 142 120 q-6 110 -110 120" fill="none" stroke="#3a2f27" stroke-width="34"/>
    <path d="M508 178 q126 -6 122 110" fill="none" stroke="#6b594b" stroke-width="8"/>
    <path d="M276 160 q119 -70 238 0 Z" fill="#e6d6ac"/>
    <rect x="376" y="96" width="40" height="34" rx="12" fill="#3a2f27"/>
    <rect x="236" y="488" width="318" height="26" rx="10" fill="#3a2f27"/>`
}

function toast(x: number, crumb: string, crust: string): string {
  return `<path d="M${x - 30} 300 V170 q-30 -60 40 -66 h80 q70 6 40 66 V300 Z" fill="${crumb}" stroke="${crust}" stroke-width="12"/>`
}

function drops(colour: string, places: readonly (readonly [number, number, number])[]): string {
  return places
    .map(
      ([x, y, size]) =>
        `<g transform="translate(${x} ${y}) scale(${size})"><path d="M0 -26 Q20 6 0 20 Q-20 6 0 -26Z" fill="${colour}"/>
         <ellipse cx="-5" cy="4" rx="3.5" ry="8" fill="#fff" opacity=".8"/></g>`,
    )
    .join('')
}

/** Short lines that look strewn and are the same every time. */
function scratches(colour: string, count: number, x: number, y: number, spread: number): string {
  return Array.from({ length: count }, (_, index) => {
    const angle = index * 2.39996
    const radius = spread * Math.sqrt((index + 0.5) / count)
    const startX = Math.round(x + radius * Math.cos(angle) * 1.3)
    const startY = Math.round(y + radius * Math.sin(angle) * 0.85)
    const length = 24 + ((index * 37) % 46)
    return `<path d="M${startX} ${startY} l${length} ${((index * 13) % 22) - 11}" stroke="${colour}" stroke-width="${1 + (index % 3)}" opacity=".7"/>`
  }).join('')
}

/** A bar code on a slanting label. */
function bars(x: number, y: number, slope: number): string {
  const widths = [4, 2, 6, 3, 2, 5, 2, 4, 3, 6, 2, 3]
  let left = x
  return widths
    .map((width) => {
      const top = Math.round(y + (left - x) * slope)
      const bar = `<rect x="${left}" y="${top}" width="${width}" height="38" fill="#33393d"/>`
      left += width + 3
      return bar
    })
    .join('')
}
