import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps secrets in the store so that the store alone does not tell them. */
export type Seal = {
  /** @param about what the text belongs to, like an id: it can be opened with the same one alone */
  seal: (text: string, about: string) => string
  /** `null` where it was sealed with another secret, about something else, or was changed since. */
  unseal: (sealed: string, about: string) => string | null
}

const CIPHER = 'aes-256-gcm'
/** Told by what it begins with, so that another way can follow. */
const FORM = 'v1.'
const [IV_BYTES, TAG_BYTES] = [12, 16]

/**
 * AES-256-GCM under a key of its own for each purpose, derived from the process's secret by HKDF.
 * @param purpose like `webhook secrets`
 */
export function openSeal(secret: string, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, 'reklamator', purpose, 32))
  return {
    seal: (text, about) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return FORM + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    unseal: (sealed, about) => {
      if (!sealed.startsWith(FORM)) return null
      const bytes = Buffer.from(sealed.slice(FORM.length), 'base64url')
      if (bytes.length < IV_BYTES + TAG_BYTES) return null
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      try {
        const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES))
        return Buffer.concat([text, decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
