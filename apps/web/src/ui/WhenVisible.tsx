import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './WhenVisible.module.css';

/** Holds back something heavy until it is about to come into sight; the placeholder keeps its place. */
export function WhenVisible({ placeholder, children }: { placeholder: ReactNode; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true), { rootMargin: '120px' });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} className={styles.place}>
      {seen ? children : placeholder}
    </div>
  );
}
