/** A mail server that takes everything and keeps nothing; prints its port, and ends with its standard input. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData: (stream, _session, callback) => {
    stream.on('error', () => {})
    stream.on('end', () => callback())
    stream.resume()
  },
})
server.on('error', () => {})
server.listen(0, '127.0.0.1', () => console.log((server.server.address() as AddressInfo).port))
process.stdin.on('end', () => process.exit()).resume()
