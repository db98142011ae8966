import { Agent, request } from 'node:http'

export type Call = { method?: string; path: string; headers?: Record<string, string>; body?: string }
export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/** Sends requests over kept connections, `clients` at a time. */
export class Load {
  readonly #agent: Agent
  readonly #port: number
  readonly #clients: number

  constructor(port: number, clients: number) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: clients })
    this.#port = port
    this.#clients = clients
  }

  send({ method = 'GET', path, headers = {}, body }: Call): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: this.#port,
          method,
          path,
          agent: this.#agent,
          headers: {
            ...headers,
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
          },
        },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.on('end', () => {
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              body: Buffer.concat(chunks),
            })
          })
          incoming.on('error', reject)
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  }

  /** Runs `count` visits; answers each one's milliseconds. */
  async run(count: number, visit: (index: number) => Promise<void>): Promise<number[]> {
    const times: number[] = []
    let next = 0
    const client = async () => {
      for (let index = next++; index < count; index = next++) {
        const began = performance.now()
        await visit(index)
        times.push(performance.now() - began)
      }
    }
    await Promise.all(Array.from({ length: this.#clients }, client))
    // What rests between two runs the server may close just when the next one begins.
    this.#agent.destroy()
    return times
  }

  close(): void {
    this.#agent.destroy()
  }
}
