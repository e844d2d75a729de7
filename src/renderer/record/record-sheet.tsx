import type { RecordPaper, RecordPart } from "../../core/record/paper.ts";

/** A check record as a page of paper, on the screen and in print. */
export function RecordSheet({ paper }: { readonly paper: RecordPaper }) {
  const { title, subject, facts, parts, signOff } = paper;
  return (
    <article className="record-sheet" aria-label={title}>
      <h1>{title}</h1>
      <p className="subject">{subject}</p>
      <table>
        <tbody>
          {facts.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {parts.map((part) => (
        <Part key={part.heading} part={part} />
      ))}
      <p className="sign-line">
        {signOff.map((name) => (
          <span key={name}>{name}：</span>
        ))}
      </p>
    </article>
  );
}

function Part({ part: { heading, columns, rows } }: { readonly part: RecordPart }) {
  return (
    <section>
      <h2>{heading}</h2>
      {rows.length === 0 ? (
        <p>无。</p>
      ) : (
        <table>
          <colgroup>
            {columns.map(({ name, share }) => (
              <col key={name} style={{ width: `${share}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row[0]}>
                {row.map((text, i) => (
                  <td key={columns[i]?.name}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
