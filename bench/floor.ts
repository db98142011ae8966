/**
 * The floor: a bare `node:http` server that answers every request with the bytes and headers it was given. Run as a
 * process of its own: `node bench/floor.ts FILE`, where FILE holds `{"headers": {…}, "body": "base64"}`.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const { headers, body } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as {
  headers: Record<string, string>
  body: string
}
const bytes = Buffer.from(body, 'base64')
const server = createServer((request, response) => {
  request.resume()
  response.writeHead(200, headers)
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`ready ${typeof address === 'object' && address ? address.port : 0}`)
})
