export { ALLOWED_EXTENSIONS, type FileKind, kindOfFile, safeFileName } from './file-kind.ts'
export { type FileStore, openFileFolder, type ReceivedFile } from './file-store.ts'
export { openThumbnails } from './kept-thumbnails.ts'
