// Writes a zip that is the same bytes for the same files on every machine: nothing is compressed (it is a few kilobytes, and compressors
// differ between versions) and every file is from 1 January 1980, the earliest date a zip can say.
const january1980 = 0x21;
const utf8Names = 0x0800;

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) {
    n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  }
  return n;
});

const crc32 = bytes => ~bytes.reduce((crc, byte) => crcTable[(crc ^ byte) & 0xff] ^ (crc >>> 8), -1) >>> 0;

/** What the header before a file and its line in the directory at the end have in common. */
function facts(name, content) {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0); // the version of the format: 2.0
  bytes.writeUInt16LE(utf8Names, 2);
  bytes.writeUInt16LE(january1980, 8); // after the method (0: stored) and the time (0: midnight)
  bytes.writeUInt32LE(crc32(content), 10);
  bytes.writeUInt32LE(content.length, 14);
  bytes.writeUInt32LE(content.length, 18);
  bytes.writeUInt16LE(Buffer.byteLength(name), 22);
  return bytes;
}

/** The zip of the files, given as [name, Buffer] pairs and kept in that order. */
export function zip(files) {
  const before = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of files) {
    const header = Buffer.concat([Buffer.from("PK\x03\x04"), facts(name, content), Buffer.from(name)]);
    before.push(header, content);

    const place = Buffer.alloc(14); // no comment, first disk, no attributes
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), facts(name, content), place, Buffer.from(name));
    offset += header.length + content.length;
  }

  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...before, listed, end]);
}
