// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeyTest {
    private static final String HEX = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    @Test
    void environmentComesBeforeFilesAndHexEqualsBase64(@TempDir Path home) {
        PseudonymKey hex = PseudonymKey.load(Map.of("FIELDBACK_KEY", HEX), home);
        PseudonymKey base64 =
                PseudonymKey.load(Map.of("FIELDBACK_KEY", "ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8="), home);
        assertThat(hex).isEqualTo(base64);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void readsTheFileThatIsNamed(@TempDir Path home) throws Exception {
        Path file = Files.writeString(home.resolve("secret"), HEX + "\n");
        assertThat(PseudonymKey.load(Map.of("FIELDBACK_KEY_FILE", file.toString()), home))
                .isEqualTo(PseudonymKey.load(Map.of("FIELDBACK_KEY", HEX), home));
    }

    @Test
    void makesAKeyOnFirstUseForItsOwnerOnly(@TempDir Path home) throws Exception {
        PseudonymKey made = PseudonymKey.load(Map.of(), home);
        Path file = home.resolve("keys/pseudonym-h1.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys"))))
                .isEqualTo("rwx------");
        assertThat(PseudonymKey.load(Map.of(), home)).isEqualTo(made);
        assertThat(home.resolve("keys").toFile().list()).containsExactly("pseudonym-h1.key");
    }

    @Test
    void processesThatRaceAgreeOnOneKey(@TempDir Path home) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<PseudonymKey>> loads = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            loads.add(threads.submit(() -> PseudonymKey.load(Map.of(), home)));
        }
        Set<String> fingerprints = new HashSet<>();
        for (Future<PseudonymKey> load : loads) {
            fingerprints.add(load.get().fingerprint());
        }
        threads.shutdown();
        assertThat(fingerprints).hasSize(1);
    }

    @Test
    void refusesAKeyThatOthersMayRead(@TempDir Path home) throws Exception {
        PseudonymKey.load(Map.of(), home);
        Path file = home.resolve("keys/pseudonym-h1.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> PseudonymKey.load(Map.of(), home))
                .hasMessage("Cannot use key " + file + ": others may read it; take their rights away (chmod 600)");
    }

    @Test
    void messagesNeverHoldTheKey() {
        assertThatThrownBy(() -> PseudonymKey.load(Map.of("FIELDBACK_KEY", "se cret!"), Path.of("/nowhere")))
                .hasMessage("Cannot read key FIELDBACK_KEY: it is neither hex nor base64");
        assertThatThrownBy(() -> PseudonymKey.load(Map.of("FIELDBACK_KEY", "0011"), Path.of("/nowhere")))
                .hasMessage("Cannot use key h1: it has 2 bytes, at least 16 are needed");
        assertThat(key().toString()).isEqualTo("PseudonymKey h1 " + key().fingerprint());
    }

    @Test
    void survivesSerialization() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(key());
        Object copy = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(copy).isEqualTo(key());
    }

    @Test
    void sealedBytesOpenAndDifferInNothing() {
        Seal seal = new Seal(key());
        byte[] clear = "客户 13812345678".getBytes(StandardCharsets.UTF_8);
        byte[] sealed = seal.seal(clear);
        assertThat(seal.seal(clear)).isEqualTo(sealed);
        assertThat(seal.open(sealed)).isEqualTo(clear);
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("138");
        assertThat(seal.seal(new byte[0])).hasSize(29);
        assertThat(seal.hash(clear)).matches("[0-9a-f]{32}").isNotEqualTo(seal.hash(sealed));
    }

    @Test
    void changedOrForeignBytesDoNotOpen() {
        byte[] sealed = new Seal(key()).seal(new byte[] {1, 2, 3});
        assertThatThrownBy(() -> new Seal(new PseudonymKey(new byte[32], "h1")).open(sealed))
                .hasMessage("Cannot open 32 sealed bytes: they were changed, or the key is another");
        sealed[20] ^= 1;
        assertThatThrownBy(() -> new Seal(key()).open(sealed))
                .hasMessage("Cannot open 32 sealed bytes: they were changed, or the key is another");
    }

    static PseudonymKey key() {
        return PseudonymKey.load(Map.of("FIELDBACK_KEY", HEX), Path.of("/nowhere"));
    }
}
