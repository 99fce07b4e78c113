package org.fengong.allocation.webhook;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the secrets of webhooks for the database: AES-256 in GCM (NIST SP 800-38D), with a random nonce, and with the
 * webhook's id as associated data, so that one webhook's secret is of no use in another's row. Stored is {@code key:Base64}
 * of nonce, secret and tag.
 */
@Startup
@ApplicationScoped
class WebhookSecrets {
    private static final Pattern KEY = Pattern.compile("([A-Za-z0-9-]{1,32}):([A-Za-z0-9+/]{43}=)");
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String current;

    @Inject
    WebhookSecrets(WebhookConfig config) {
        this(config.secretKeys());
    }

    /** @throws IllegalArgumentException for a key that is none, or an id that two have; without showing a key */
    WebhookSecrets(List<String> idsAndKeys) {
        for (var idAndKey : idsAndKeys) {
            var parts = KEY.matcher(idAndKey.strip());
            if (!parts.matches()
                    || keys.put(
                                    parts.group(1),
                                    new SecretKeySpec(Base64.getDecoder().decode(parts.group(2)), "AES"))
                            != null) {
                throw new IllegalArgumentException(
                        "fengong.webhooks.secret-keys must be a list of id:key, each id once,"
                                + " each key 32 random bytes in Base64.");
            }
        }
        current = keys.keySet().iterator().next();
    }

    /** How all begin that are encrypted under the first key. */
    String prefix() {
        return current + ":";
    }

    String encrypt(UUID webhookId, String secret) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var encrypted = crypt(
                Cipher.ENCRYPT_MODE, keys.get(current), nonce, webhookId, secret.getBytes(StandardCharsets.UTF_8));
        var stored = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
        System.arraycopy(encrypted, 0, stored, NONCE_BYTES, encrypted.length);
        return prefix() + Base64.getEncoder().encodeToString(stored);
    }

    /**
     * @param stored as {@link #encrypt} has made it under one of the keys, or in the clear, as it was stored once
     * @throws IllegalStateException when it was encrypted under another key, or for another webhook
     */
    String decrypt(UUID webhookId, String stored) {
        if (stored.startsWith(Signature.SECRET_PREFIX)) {
            return stored;
        }
        var key = keys.get(keyId(stored));
        if (key == null) {
            throw new IllegalStateException(
                    "The secret of the webhook %s is encrypted under the key %s, which fengong.webhooks.secret-keys does not name."
                            .formatted(webhookId, keyId(stored)));
        }
        var bytes = Base64.getDecoder().decode(stored.substring(keyId(stored).length() + 1));
        return new String(
                crypt(
                        Cipher.DECRYPT_MODE,
                        key,
                        Arrays.copyOf(bytes, NONCE_BYTES),
                        webhookId,
                        Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length)),
                StandardCharsets.UTF_8);
    }

    /** Whether {@link #decrypt} has the key. */
    boolean hasKeyOf(String stored) {
        return stored.startsWith(Signature.SECRET_PREFIX) || keys.containsKey(keyId(stored));
    }

    private static String keyId(String stored) {
        return stored.substring(0, stored.indexOf(':'));
    }

    private static byte[] crypt(int mode, SecretKeySpec key, byte[] nonce, UUID webhookId, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(webhookId.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret of the webhook %s cannot be read.".formatted(webhookId), e);
        }
    }
}
