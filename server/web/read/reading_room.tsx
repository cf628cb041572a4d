export function ReadingRoom({ slug, eid }: { slug: string; eid: string }) { return <main tabIndex={-1}>{slug} {eid}</main>; }
