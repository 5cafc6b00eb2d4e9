/**
 * Personal data at rest: SM4-GCM under keys by city and purpose, which lie wrapped under one master key, and blind
 * indexes by HMAC-SM3. BouncyCastle does the cryptography. See docs/security.md.
 */
package cn.shiyu.platform.crypto;
