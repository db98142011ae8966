export { createToken, listTokens, revokeToken, tokenGuard, type TokenLine } from './tokens.ts'
