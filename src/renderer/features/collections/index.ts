/** What narrows the list of sources: collections as a tree, and tags. With the dialog that puts sources into a collection. */
export { AddToCollection } from './AddToCollection.tsx'
export { Collections } from './Collections.tsx'
export { Tags } from './Tags.tsx'
