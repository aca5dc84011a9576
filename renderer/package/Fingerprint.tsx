import styles from "#renderer/package/Package.module.css";

/** Ten groups of four signs, in two lines, as they are read out. */
export function Fingerprint({ of, label }: { readonly of: string; readonly label: string }) {
  return (
    <ol className={styles.fingerprint} aria-label={label}>
      {of.split(" ").map((group, index) => (
        <li key={index}>{group}</li>
      ))}
    </ol>
  );
}
