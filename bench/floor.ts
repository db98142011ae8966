/**
 * The floor: a bare `node:http` server that answers with the bytes and headers it was given. Run as a process of its
 * own: `node bench/floor.ts FILE`, where FILE holds a list of `{"status": …, "headers": {…}, "body": "base64"}`; a
 * request for `/N` gets the Nth.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const answers = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as {
  status: number
  headers: Record<string, string>
  body: string
}[]
const ready = new Map(
  answers.map(({ status, headers, body }, index) => [
    `/${index}`,
    { status, headers, bytes: Buffer.from(body, 'base64') },
  ]),
)
const server = createServer((request, response) => {
  request.resume()
  const answer = ready.get(request.url ?? '')
  if (!answer) throw new Error(`no answer for ${request.url}`)
  response.writeHead(answer.status, answer.headers)
  response.end(answer.bytes)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`ready ${typeof address === 'object' && address ? address.port : 0}`)
})
