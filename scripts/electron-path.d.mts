export function electronPath(): string
