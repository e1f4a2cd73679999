/**
 * react-aria puts one fixed rule (`touch-action` for whatever can be pressed) into the page as a style element.
 * This is the hash of exactly that rule, so that no other inline style need be allowed.
 */
const pressableRule = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"

const directives = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${pressableRule}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
]

/** The content security policy the window is served with, by the shell as by the loopback server. */
export const contentSecurityPolicy = directives.join('; ')

/**
 * Where pdf.js's worker stands in the window's folder. It reads PDFs that come from anywhere, so it has a policy of its own:
 * it alone may compile WebAssembly (the decoders of JPEG 2000 and JBIG2), and fetch what stands beside it; it shows nothing.
 */
export const pdfWorkerPath = 'pdfjs/pdf.worker.mjs'

const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

/** The policy to serve a file of the window's with, by its path. */
export function policyFor(path: string): string {
  return path.replaceAll('\\', '/').endsWith(`/${pdfWorkerPath}`) ? workerPolicy : contentSecurityPolicy
}
