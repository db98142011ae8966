import { expect, it } from 'vitest'
import { onBothStores, type TestApp } from '../support/app.ts'
import { expectCall } from '../support/calls.ts'
import { pdfText } from '../support/pdf-text.ts'

const CLAIM = {
  type: 'warranty',
  locale: 'cs',
  contact: { name: 'Jana Nováková', email: 'jana@example.com', phone: '601 123 456' },
  values: {
    product: 'Konvice K30',
    defect: 'Nehřeje.\nPo zapnutí cvakne.',
    remedy_requested: 'repair',
    claim_made: '2026-11-20',
  },
}

async function openClaim(app: TestApp, more: object = {}): Promise<string> {
  const { json } = await expectCall(201, app, 'POST', '/issues', { ...CLAIM, ...more })
  return json.number as string
}

async function receipt(app: TestApp, number: string, format: string) {
  return app.app.inject({
    url: `/api/v1/issues/${number}/receipt?format=${format}`,
    headers: { authorization: `Bearer ${app.tokens.read}` },
  })
}

onBothStores('receipts', (app) => {
  it('confirm in the language of the issue when it was received, its content, the remedy and where the result is told', async () => {
    const number = await openClaim(app())
    const page = await receipt(app(), number, 'html')
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body).toContain('<html lang="cs">')
    const pdf = await receipt(app(), number, 'pdf')
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.headers['content-disposition']).toContain(`filename="${number}-2026-11-23.pdf"`)
    const text = pdfText(pdf.rawPayload)
    for (const said of [
      'Potvrzení o přijetí',
      'Reklamace zboží',
      number,
      '23. listopadu 2026',
      'Jana Nováková',
      'jana@example.com',
      'Nehřeje.',
      'Konvice K30',
      'Oprava',
      `/cs/status/warranty?issue=${number}`,
    ]) {
      expect(page.body.replaceAll('\u00a0', ' '), said).toContain(said)
      expect(text, said).toContain(said.replaceAll(' ', ''))
    }
  })

  it('say nothing of people of the shop, and no more of an account than its end', async () => {
    const number = await openClaim(app(), {
      values: { ...CLAIM.values, bank_account: 'CZ6508000000192000145399' },
    })
    await expectCall(201, app(), 'POST', `/issues/${number}/messages`, {
      body: 'Only for us',
      internal: true,
    })
    const { body } = await receipt(app(), number, 'html')
    expect(body).not.toContain('CZ6508000000192000145399')
    expect(body).not.toContain('Only for us')
  })

  it('R1 what a customer wrote is text in them, whatever it is', async () => {
    const hostile = '<script>alert(1)</script> " & 漢字 🙂 \u202e \u0000x'.replace('\u0000', '')
    const number = await openClaim(app(), {
      locale: 'ja',
      contact: { name: hostile },
      values: { ...CLAIM.values, defect: hostile.repeat(100) },
    })
    const page = await receipt(app(), number, 'html')
    expect(page.body).not.toContain('<script>')
    expect(page.body).toContain('<html lang="en">')
    expect(String(page.headers['content-security-policy'])).toMatch(/^default-src 'none'; style-src 'sha256-/)
    const pdf = await receipt(app(), number, 'pdf')
    expect(pdf.statusCode).toBe(200)
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('name no status page that is off', async () => {
    const settings = (await expectCall(200, app(), 'GET', '/issue-types/return/status-page')).json
    await expectCall(200, app(), 'PUT', '/issue-types/return/status-page', { ...settings, enabled: false })
    const number = await openClaim(app(), { type: 'return', values: {} })
    const { body } = await receipt(app(), number, 'html')
    expect(body).not.toContain('/status/')
  })

  it('are refused in another format, and of an issue that is not there', async () => {
    const number = await openClaim(app())
    expect((await receipt(app(), number, 'docx')).json().errors[0].path).toBe('format')
    expect((await receipt(app(), 'NO-1', 'pdf')).statusCode).toBe(404)
  })
})
