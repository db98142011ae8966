const SHOWN = 4

/** An account number of which its end alone is told. */
export function maskedAccount(account: string): string {
  return account.length <= SHOWN ? account.replaceAll(/./g, '•') : `•••• ${account.slice(-SHOWN)}`
}
