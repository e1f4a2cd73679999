import { useEffect, useState } from 'react'

/** An address of this page for bytes, for as long as the component shows them; null until there is one. */
export function useObjectUrl(data: { mediaType: string; bytes: Uint8Array } | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (data === undefined) return
    const made = URL.createObjectURL(new Blob([new Uint8Array(data.bytes)], { type: data.mediaType }))
    setUrl(made)
    return () => {
      setUrl(null)
      URL.revokeObjectURL(made)
    }
  }, [data])
  return url
}
