export { OutboundFailure, type Outbound, type OutboundAnswer, type OutboundRequest } from './outbound.ts'
export { signatureHeaders, verifySignature } from './signature.ts'
