import './skeleton.css'

/** Lines where words will be; what is awaited is said by what stands around it. */
export function Skeleton({ rows }: { readonly rows: number }) {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="skeleton-line" />
      ))}
    </div>
  )
}
