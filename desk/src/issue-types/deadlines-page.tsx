export function DeadlinesPage() {
  return null
}
