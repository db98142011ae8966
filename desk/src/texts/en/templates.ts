export const templates = {
  title: '',
}
export type TemplatesTexts = typeof templates
