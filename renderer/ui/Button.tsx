import type { Ref } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";
import styles from "#renderer/ui/Button.module.css";

type Look = "ordinary" | "primary" | "plain";
const looks: Record<Look, string> = { ordinary: "", primary: styles.primary!, plain: styles.plain! };

export function Button({
  look = "ordinary",
  className,
  ...props
}: Omit<ButtonProps, "className"> & { look?: Look; className?: string; ref?: Ref<HTMLButtonElement> }) {
  return <AriaButton {...props} className={`${styles.button} ${looks[look]} ${className ?? ""}`} />;
}
