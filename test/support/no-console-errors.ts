import { afterEach, beforeEach, type MockInstance, vi } from 'vitest'

// A test that expects a complaint takes it: vi.mocked(console.error).mockClear() after looking at the calls.
const complaints: MockInstance[] = []

beforeEach(() => {
  complaints.push(vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'))
})

afterEach(() => {
  const said = complaints.flatMap((complaint) => complaint.mock.calls)
  for (const complaint of complaints.splice(0)) complaint.mockRestore()
  if (said.length > 0) throw new Error(`unexpected console.error or console.warn: ${JSON.stringify(said)}`)
})
