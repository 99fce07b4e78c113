package org.fengong.localstack.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.fengong.localstack.files.OwnerFile;

/** The RSA key pair of the local issuer. The private key never leaves its file, which only the owner may read. */
public final class IssuerKeys {
    private static final int BITS = 2048;

    private final RSAPrivateCrtKey privateKey;
    private final PublicKey publicKey;

    private IssuerKeys(RSAPrivateCrtKey privateKey) throws GeneralSecurityException {
        this.privateKey = privateKey;
        this.publicKey = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
    }

    /** The keys of this directory ({@code issuer-private.pem}, {@code issuer-public.pem}), made when they are missing. */
    public static IssuerKeys in(Path directory) {
        var file = directory.resolve("issuer-private.pem");
        try {
            if (!Files.exists(file)) {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                var made = generator.generateKeyPair();
                OwnerFile.replace(
                        directory.resolve("issuer-public.pem"),
                        pem("PUBLIC KEY", made.getPublic().getEncoded()));
                OwnerFile.replace(file, pem("PRIVATE KEY", made.getPrivate().getEncoded()));
            }
            var encoded = new PKCS8EncodedKeySpec(body(Files.readString(file)));
            return new IssuerKeys(
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " holds no RSA key. Delete it and a new one is made.", e);
        }
    }

    /** The body of the public key's PEM, as {@code quarkus.oidc.public-key} takes it. */
    public String publicKeyBase64() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    PublicKey publicKey() {
        return publicKey;
    }

    private static String pem(String what, byte[] encoded) {
        var body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, body, what);
    }

    private static byte[] body(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
    }
}
