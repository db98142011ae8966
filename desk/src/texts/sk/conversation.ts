import { conversation as en } from '../en/conversation'

export const conversation = en
