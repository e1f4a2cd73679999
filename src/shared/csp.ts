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
