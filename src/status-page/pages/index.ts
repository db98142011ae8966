export { type FormContent, formPage, refusedPage } from './form-page.ts'
export {
  badRequestPage,
  errorPage,
  throttledPage,
  unavailablePage,
} from './notice-pages.ts'
export { viewPage } from './view-page.ts'
