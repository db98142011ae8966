import type { TemplatesTexts } from '../en/templates'

export const templates: TemplatesTexts = {
  title: '',
}
