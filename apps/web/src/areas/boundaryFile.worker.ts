// Reading and checking a large file takes seconds; here the page stays free.
import { readBoundaries } from '@kvarter/geo';

self.onmessage = ({ data }: MessageEvent<File>) => {
  void data.text().then((text) => self.postMessage(readBoundaries(text)));
};
